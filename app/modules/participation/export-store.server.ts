import { snapshot, type Queryable } from "~/platform/db/index.server";
import * as sql from "./export-sql";
import { pseudonymsOf, type Pseudonyms } from "./pseudonyms.server";
import type { Channel, Position } from "./values";

/** What a page of voices says of one of them, in the order of its columns; instants in milliseconds. */
export type VoiceRecord = [
  participantId: number,
  itemId: number,
  region: string,
  stakeholder: string,
  position: Position | null,
  positionChannel: Channel | null,
  positionAt: number | null,
  stars: number | null,
  starsChannel: Channel | null,
  starsAt: number | null,
];

/** The same of a comment; `body` is null when moderation took it off. */
export type CommentRecord = [
  id: number,
  itemId: number,
  participantId: number,
  region: string,
  stakeholder: string,
  channel: Channel,
  at: number,
  body: string | null,
];

export interface ContributionReader {
  pseudonyms: Pseudonyms;
  voices(): AsyncGenerator<VoiceRecord[]>;
  comments(): AsyncGenerator<CommentRecord[]>;
}

const PAGE = 500;

/** Reads every contribution of a consultation as they all stood at one instant. */
export const readAllContributions = <T>(
  consultationId: number,
  work: (reader: ContributionReader) => Promise<T>,
): Promise<T> =>
  snapshot(async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ key: string }[]>(sql.PSEUDONYM_KEY, consultationId);
    if (!row) throw new Error("The consultation is gone");
    return work({
      pseudonyms: pseudonymsOf(row.key),
      voices: () => voicesOf(tx, consultationId),
      comments: () => commentsOf(tx, consultationId),
    });
  });

async function* voicesOf(tx: Queryable, consultationId: number): AsyncGenerator<VoiceRecord[]> {
  for (let after: [number, number] = [0, 0]; ;) {
    const page = await readPage<VoiceRecord>(tx, sql.VOICE_PAGE, consultationId, ...after, PAGE);
    const last = page.at(-1);
    if (!last) return;
    after = [last[0], last[1]];
    yield page;
  }
}

async function* commentsOf(tx: Queryable, consultationId: number): AsyncGenerator<CommentRecord[]> {
  for (let after = 0; ;) {
    const page = await readPage<CommentRecord>(tx, sql.COMMENT_PAGE, consultationId, after, PAGE);
    const last = page.at(-1);
    if (!last) return;
    after = last[0];
    yield page;
  }
}

async function readPage<T>(tx: Queryable, statement: string, ...values: number[]): Promise<T[]> {
  const [row] = await tx.$queryRawUnsafe<{ page: string }[]>(statement, ...values);
  return JSON.parse(row?.page ?? "[]") as T[];
}
