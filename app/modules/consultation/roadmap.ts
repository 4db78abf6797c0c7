import { z } from "zod";
import { lineField, textField, typed } from "./input";
import { ITEM_KINDS, type ItemKind } from "./types";

export const REF = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Addresses under a consultation that are pages of their own. */
export const RESERVED_REFS: readonly string[] = ["resultats", "etapes", "recherche"];

const MOST_ITEMS = 2000;

const name = z.string(typed("text")).regex(REF, "consultation:input.ref");
const ref = name.refine((value) => !RESERVED_REFS.includes(value), { error: "consultation:input.reserved" });
const flag = z.boolean(typed("boolean"));
const year = z
  .number(typed("number"))
  .int("consultation:input.number")
  .min(1900, "consultation:input.too-small")
  .max(2200, "consultation:input.too-big");

/** An instant with its offset, in years that every database and calendar agrees on. */
export const instantField = z
  .string(typed("instant"))
  .pipe(z.iso.datetime({ offset: true, error: "consultation:input.instant" }))
  .transform((text) => new Date(text))
  .refine((date) => date.getUTCFullYear() >= 1900 && date.getUTCFullYear() <= 2200, {
    error: "consultation:input.instant",
  });

const fields = {
  ref,
  kind: z.enum(ITEM_KINDS, typed("choice")),
  number: z
    .number(typed("number"))
    .int("consultation:input.number")
    .min(0, "consultation:input.too-small")
    .max(9999, "consultation:input.too-big")
    .nullish(),
  title: lineField(500),
  body: textField(50_000).nullish(),
  owner: lineField(300, 0).nullish(),
  dueYear: year.nullish(),
  opens: z
    .object({ vote: flag.optional(), stars: flag.optional(), comments: flag.optional() }, typed("object"))
    .nullish(),
};
const list = <T extends z.ZodType>(element: T) =>
  z.array(element, typed("list")).max(MOST_ITEMS, "consultation:input.too-many").nullish();

// Three levels written out, and no recursion: a file nested a million times deep costs no more than this.
const third = z.object(
  {
    ...fields,
    children: z.array(z.unknown(), typed("list")).max(0, "consultation:input.too-deep").nullish(),
  },
  typed("object"),
);
const second = z.object({ ...fields, children: list(third) }, typed("object"));
const first = z.object({ ...fields, children: list(second) }, typed("object"));

type FileItem = z.output<typeof third> | z.output<typeof second> | z.output<typeof first>;

/** An item of the file, with where it stands in the file and under whom. */
export interface ListedItem {
  path: (string | number)[];
  parent: ListedItem | null;
  item: FileItem;
}

/** Every item of a file from top to bottom: a parent before its children. */
export function listItems(items: readonly FileItem[]): ListedItem[] {
  const listed: ListedItem[] = [];
  const visit = (siblings: readonly FileItem[], path: (string | number)[], parent: ListedItem | null) => {
    siblings.forEach((item, index) => {
      const here = { path: [...path, index], parent, item };
      listed.push(here);
      visit((item.children ?? []) as FileItem[], [...here.path, "children"], here);
    });
  };
  visit(items, ["items"], null);
  return listed;
}

const rankOf = (kind: ItemKind): number => ITEM_KINDS.indexOf(kind);

/** The roadmap file: what `data/roadmap-2023-2027.json` looks like. Keys that it does not name are left alone. */
export const roadmapSchema = z
  .object(
    {
      slug: name,
      title: lineField(500),
      tagline: lineField(500, 0).nullish(),
      status: z.enum(["draft", "published"], typed("choice")).optional(),
      timeZone: z
        .string(typed("text"))
        .refine(isTimeZone, { error: "consultation:input.time-zone" })
        .optional(),
      opensAt: instantField,
      closesAt: instantField,
      publisher: z
        .object(
          {
            name: lineField(300, 0),
            partners: z.array(lineField(300), typed("list")).max(50, "consultation:input.too-many").nullish(),
          },
          typed("object"),
        )
        .nullish(),
      summary: textField(50_000).nullish(),
      resultsShown: z.enum(["during", "after"], typed("choice")).optional(),
      demonstration: flag.optional(),
      items: z.array(first, typed("list")).max(MOST_ITEMS, "consultation:input.too-many"),
    },
    typed("object"),
  )
  .superRefine(({ opensAt, closesAt, items }, context) => {
    const refuse = (
      path: (string | number)[],
      message: string,
      params: Record<string, string | number> = {},
    ) => context.addIssue({ code: "custom", path, message, params });
    if (opensAt >= closesAt) refuse(["closesAt"], "consultation:input.window");
    const listed = listItems(items);
    if (listed.length > MOST_ITEMS) refuse(["items"], "consultation:input.too-many", { max: MOST_ITEMS });
    const seen = new Set<string>();
    for (const { path, parent, item } of listed) {
      if (seen.has(item.ref)) refuse([...path, "ref"], "consultation:input.twice", { ref: item.ref });
      seen.add(item.ref);
      if (parent && rankOf(item.kind) <= rankOf(parent.item.kind))
        refuse([...path, "kind"], "consultation:input.kind-order");
    }
  });

export type RoadmapFile = z.output<typeof roadmapSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
