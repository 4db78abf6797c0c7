import { reader } from "~/platform/db/index.server";
import * as sql from "./reading-sql";
import type { CommentView, MyContribution, MyVoice } from "./types";
import type { CommentSort } from "./values";

export interface VoiceQuestion {
  consultationId: number;
  accountId: number;
  itemId: number;
}

/** Answers many at once, in the order asked; null where somebody does not take part. */
export async function voicesOf(questions: VoiceQuestion[]): Promise<(MyVoice | null)[]> {
  const rows = await sql.VOICES_OF.all(
    reader(),
    questions.map((q) => q.consultationId),
    questions.map((q) => q.accountId),
    questions.map((q) => q.itemId),
  );
  const found = new Map(
    rows.map(({ n, participantId, position, stars }) => [n, { participantId, position, stars }]),
  );
  return questions.map((_, index) => found.get(index + 1) ?? null);
}

/** Items on which an account's voice counts. */
export async function voicedItems(accountId: number, consultationId: number): Promise<number[]> {
  const rows = await sql.PROGRESS.all(reader(), accountId, consultationId);
  return rows.map(({ id }) => id);
}

export type CommentRow = Omit<CommentView, "mine" | "supported"> & { participantId: number };

export const readThreads = (
  itemId: number,
  sort: CommentSort,
  limit: number,
  offset: number,
  replies: number,
): Promise<CommentRow[]> => sql.THREADS[sort].all(reader(), itemId, limit, offset, replies);

export async function readComment(commentId: number, itemId: number): Promise<CommentRow | null> {
  return (await sql.ONE_COMMENT.one(reader(), commentId, itemId)) ?? null;
}

export const readReplies = (threadId: number, limit: number, offset: number): Promise<CommentRow[]> =>
  sql.REPLIES.all(reader(), threadId, limit, offset);

export const readVersions = (commentId: number) => sql.COMMENT_VERSIONS.all(reader(), commentId);

export interface SupportQuestion {
  participantId: number;
  comments: number[];
}

/** Which comments each of these participants supports, in the order asked. */
export async function supportedBy(questions: SupportQuestion[]): Promise<Set<number>[]> {
  const rows = await sql.SUPPORTED.all(
    reader(),
    questions.flatMap(({ participantId, comments }) => comments.map(() => participantId)),
    questions.flatMap(({ comments }) => comments),
  );
  return questions.map(
    ({ participantId }) =>
      new Set(rows.filter((row) => row.participantId === participantId).map(({ commentId }) => commentId)),
  );
}

/** What an account said, item by item: the freshest first, comments included. */
export async function readContributions(accountId: number): Promise<MyContribution[]> {
  const rows = await sql.CONTRIBUTIONS.all(reader(), accountId);
  return rows.map((row) => ({
    ...row,
    comments: row.comments.map((comment) => ({ ...comment, createdAt: new Date(comment.createdAt) })),
  }));
}
