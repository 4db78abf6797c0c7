import { stringify } from "csv-stringify/sync";
import { getRoadmap } from "~/modules/consultation/index.server";
import { authorise, type Actor } from "~/modules/identity";
import { asCell, COLUMNS, type Column } from "./contributions";
import { readAllContributions, type CommentRecord, type VoiceRecord } from "./export-store.server";
import type { Pseudonyms } from "./pseudonyms.server";
import type { Channel } from "./values";

/** What stands for a text that moderation took off: the comment counts, and says that it was there. */
export const MODERATED = "[retiré par la modération]";

type Row = Record<Column, string | number | null>;

/**
 * Writes every contribution of a consultation as CSV, in the columns that an import reads, as they all stood at one
 * instant. People have pseudonyms that only this consultation's key gives; what was withdrawn is absent. Imported into an
 * empty consultation, the file gives the same figures. It is not for publication all the same: beside a comment that
 * somebody signed stands what they voted.
 *
 * @param write takes a piece of the file and how many rows it has, and settles when it can take the next.
 * @returns how many rows were written.
 */
export async function exportContributions(
  actor: Actor,
  slug: string,
  write: (text: string, rows: number) => Promise<void>,
): Promise<number> {
  const { consultation, items } = await getRoadmap(actor, slug);
  authorise(actor, "contributions.transfer", consultation.id, "cli:export.forbidden");
  const refs = new Map(items.map(({ id, ref }) => [id, ref]));
  let count = 0;
  const writeRows = async (rows: Row[]) => {
    count += rows.length;
    await write(toCsv(rows), rows.length);
  };
  await write(toCsv([], true), 0);
  await readAllContributions(consultation.id, async ({ pseudonyms, voices, comments }) => {
    const context = { refs, pseudonyms };
    for await (const page of voices()) await writeRows(page.flatMap((voice) => voiceRows(voice, context)));
    for await (const page of comments()) await writeRows(page.map((comment) => commentRow(comment, context)));
  });
  return count;
}

interface Context {
  refs: ReadonlyMap<number, string>;
  pseudonyms: Pseudonyms;
}

/** Position and stars in one row when they came by the same channel, else one row each. */
function voiceRows(voice: VoiceRecord, { refs, pseudonyms }: Context): Row[] {
  const [
    participant,
    item,
    region,
    stakeholder,
    position,
    positionChannel,
    positionAt,
    stars,
    starsChannel,
    starsAt,
  ] = voice;
  const who = pseudonyms.participant(participant);
  const ref = refs.get(item);
  const row = (
    channel: Channel,
    part: { position?: string | null; etoiles?: number | null },
    at: number,
  ): Row => ({
    ...common(`${who}-${ref}-${channel}`, ref, who, channel, region, stakeholder, at),
    position: part.position ?? null,
    etoiles: part.etoiles ?? null,
    commentaire: null,
  });
  if (positionChannel && positionChannel === starsChannel) {
    return [row(positionChannel, { position, etoiles: stars }, Math.max(positionAt ?? 0, starsAt ?? 0))];
  }
  return [
    ...(positionChannel ? [row(positionChannel, { position }, positionAt ?? 0)] : []),
    ...(starsChannel ? [row(starsChannel, { etoiles: stars }, starsAt ?? 0)] : []),
  ];
}

function commentRow(
  [id, item, participant, region, stakeholder, channel, at, body]: CommentRecord,
  { refs, pseudonyms }: Context,
): Row {
  return {
    ...common(
      pseudonyms.comment(id),
      refs.get(item),
      pseudonyms.participant(participant),
      channel,
      region,
      stakeholder,
      at,
    ),
    position: null,
    etoiles: null,
    commentaire: body === null ? MODERATED : asCell(body),
  };
}

const common = (
  id: string,
  reference = "",
  participant: string,
  canal: Channel,
  region: string,
  categorie: string,
  at: number,
) => ({
  id,
  reference,
  participant,
  canal,
  region,
  categorie,
  depose_le: new Date(at).toISOString(),
});

const toCsv = (rows: Row[], header = false): string => stringify(rows, { columns: [...COLUMNS], header });
