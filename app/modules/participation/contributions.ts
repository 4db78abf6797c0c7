import { z } from "zod";
import type { Consultation, Item } from "~/modules/consultation";
import { speakerSchema } from "~/modules/identity";
import { opinionSchema } from "./input";
import { keyOr, type Key } from "~/platform/i18n/catalogue";
import { readInstant } from "~/platform/instants";
import { partsRefusal } from "./rules";
import { CHANNELS, type Channel, type Position } from "./values";

/** The columns in which contributions come from elsewhere and leave for elsewhere. */
export const COLUMNS = [
  "id",
  "reference",
  "participant",
  "canal",
  "region",
  "categorie",
  "position",
  "etoiles",
  "commentaire",
  "depose_le",
] as const;
export type Column = (typeof COLUMNS)[number];
export type ContributionRow = Record<Column, string>;

/** What a row says, checked. */
export interface Contribution {
  /** Given by whoever gathered it: the same one twice is the same contribution. */
  id: string;
  itemId: number;
  participant: string;
  channel: Channel;
  region: string;
  stakeholder: string;
  position: Position | undefined;
  stars: number | undefined;
  body: string | undefined;
  at: Date;
}

/** Why a row is refused: a key of the catalogues, and what fills its blanks. */
export interface Refusal {
  reason: Key;
  values: Record<string, string | number>;
}

/** A cell as a field of a form, which may be absent. */
const field = (read: (cell: string) => string) =>
  z.string().transform((cell): string | undefined => read(cell));
const trimmed = (cell: string): string => cell.trim();

const name = (reason: Key) =>
  z
    .string()
    .trim()
    .min(1, reason)
    .max(200, reason)
    .regex(/^\P{Cc}*$/u, reason);

const rowSchema = z.object({
  id: name("cli:rows.id"),
  reference: z.string().trim(),
  participant: name("cli:rows.participant"),
  canal: z.string().trim().pipe(z.enum(CHANNELS, "cli:rows.channel")),
  region: speakerSchema.shape.region,
  categorie: speakerSchema.shape.stakeholder,
  position: field(trimmed).pipe(opinionSchema.shape.position),
  etoiles: field(trimmed).pipe(opinionSchema.shape.stars),
  commentaire: field(asWritten).pipe(opinionSchema.shape.body),
  depose_le: z.string().trim(),
});

/** Columns of which a form makes a choice: its words for them speak of buttons and lists. */
const CHOICES = new Map<string, Key>([
  ["region", "cli:rows.region"],
  ["categorie", "cli:rows.stakeholder"],
  ["position", "cli:rows.position"],
  ["etoiles", "cli:rows.etoiles"],
]);

export interface RowContext {
  consultation: Pick<Consultation, "opensAt" | "closesAt" | "timeZone">;
  itemsByRef: ReadonlyMap<string, Pick<Item, "id" | "opens">>;
  now: Date;
}

/**
 * Checks a row as the form of an item checks what it is sent. Paper is the exception to closing: it may be dated, and
 * brought in, at any time; what came on line or at a meeting must be dated within [opensAt, closesAt).
 */
export function readContribution(
  row: ContributionRow,
  { consultation, itemsByRef, now }: RowContext,
): Contribution | Refusal {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refusal(CHOICES.get(String(issue?.path[0] ?? "")) ?? keyOr(issue?.message, "cli:rows.columns"));
  }
  const {
    id,
    reference,
    participant,
    canal,
    region,
    categorie,
    position,
    etoiles: stars,
    commentaire: body,
  } = parsed.data;
  const item = itemsByRef.get(reference);
  if (!item) return refusal("cli:rows.reference", { reference });
  if (position === undefined && stars === undefined && body === undefined) return refusal("cli:rows.empty");
  const closed = partsRefusal(item, { position, stars, body });
  if (closed) return refusal(closed.reason);
  const at = readInstant(parsed.data.depose_le, consultation.timeZone);
  if (!at) return refusal("cli:rows.instant");
  if (at > now) return refusal("cli:rows.future");
  if (canal !== "paper" && at < consultation.opensAt) return refusal("cli:rows.before-opening");
  if (canal !== "paper" && at >= consultation.closesAt) return refusal("cli:rows.after-closing");
  return {
    id,
    itemId: item.id,
    participant,
    channel: canal,
    region,
    stakeholder: categorie,
    position,
    stars,
    body,
    at,
  };
}

const refusal = (reason: Key, values: Refusal["values"] = {}): Refusal => ({ reason, values });

/**
 * A text as a cell that no spreadsheet takes for a formula: an apostrophe before what would start one (OWASP, "CSV
 * injection"). Comments come from anybody and are opened by staff. `asWritten` takes it away, so nothing is lost.
 */
export const asCell = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function asWritten(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
