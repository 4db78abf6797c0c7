import { snapshot, type Queryable } from "~/platform/db/index.server";
import { COMMENT_PAGE, PSEUDONYM_KEY, VOICE_PAGE, type CommentRecord, type VoiceRecord } from "./export-sql";
import { pseudonymsOf, type Pseudonyms } from "./pseudonyms.server";

export type { CommentRecord, VoiceRecord } from "./export-sql";

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
    const row = await PSEUDONYM_KEY.one(tx, consultationId);
    if (!row) throw new Error("The consultation is gone");
    return work({
      pseudonyms: pseudonymsOf(row.key),
      voices: () => voicesOf(tx, consultationId),
      comments: () => commentsOf(tx, consultationId),
    });
  });

async function* voicesOf(tx: Queryable, consultationId: number): AsyncGenerator<VoiceRecord[]> {
  for (let after: [number, number] = [0, 0]; ;) {
    const { page } = (await VOICE_PAGE.one(tx, consultationId, ...after, PAGE)) ?? { page: [] };
    const last = page.at(-1);
    if (!last) return;
    after = [last[0], last[1]];
    yield page;
  }
}

async function* commentsOf(tx: Queryable, consultationId: number): AsyncGenerator<CommentRecord[]> {
  for (let after = 0; ;) {
    const { page } = (await COMMENT_PAGE.one(tx, consultationId, after, PAGE)) ?? { page: [] };
    const last = page.at(-1);
    if (!last) return;
    after = last[0];
    yield page;
  }
}
