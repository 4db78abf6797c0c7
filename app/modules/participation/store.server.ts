import { createHash } from "node:crypto";
import { now } from "~/platform/clock";
import { isSqlState, reader, unitOfWork, writer, type Queryable } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import type { AccountActor, Profile } from "~/modules/identity";
import { deleteAccount, updateProfile } from "~/modules/identity/index.server";
import { isKeepable, type VoiceParts } from "./input";
import { pendingSchema, type Pending } from "./pending";
import type { Opening, Window } from "./policy";
import { refuseUnlessOpen } from "./rules";
import * as sql from "./sql";
import type { CommentView, MyContribution, MyVoice } from "./types";
import type { CommentSort } from "./values";
import type { GivenVoice } from "./voices";
import { WITHDRAW } from "./voices-sql";
import { writeVoices } from "./voices-store.server";
import type { Judged, Mask, Publication } from "./visibility";

export type { Queryable };

export interface HeldItem extends Opening {
  id: number;
  ref: string;
}

/** A consultation that cannot change until the transaction ends, with the items asked for. */
export interface Held extends Window {
  id: number;
  items: Map<string, HeldItem>;
}

/**
 * Runs `work` in one transaction on a consultation that is open when it starts and still open when it is about to
 * commit: what arrives before the closing instant and ends after it leaves nothing.
 */
export function whileOpen<T>(
  slug: string,
  refs: readonly string[],
  work: (tx: Queryable, held: Held) => Promise<T>,
): Promise<T> {
  return unitOfWork(async (tx) => {
    type Row = Window & { id: number; items: HeldItem[] };
    // One impossible address must not break the statement for all who share it.
    const [row] = isKeepable(slug)
      ? await tx.$queryRawUnsafe<Row[]>(sql.HOLD, slug, refs.filter(isKeepable))
      : [];
    if (!row) throw new DomainError("not-found", "errors:consultation-not-found");
    refuseUnlessOpen(row, now());
    const result = await work(tx, { ...row, items: new Map(row.items.map((item) => [item.ref, item])) });
    refuseUnlessOpen(row, now());
    return result;
  });
}

/** The item `ref` of a consultation that is held. @throws DomainError "not-found" when it has none. */
export function heldItem({ items }: Held, ref: string): HeldItem {
  const item = items.get(ref);
  if (!item) throw new DomainError("not-found", "errors:item-not-found");
  return item;
}

export type Person = Pick<AccountActor, "id" | "displayName" | "region" | "stakeholder">;

/** Somebody who writes, in a transaction that holds an open consultation. */
export interface Writing {
  tx: Queryable;
  held: Held;
  person: Person;
}

/** Makes participants. The account may have been deleted since its owner was recognised: then nobody is signed in. */
async function joining<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (isSqlState(error, "23503")) throw new DomainError("unauthenticated", "participation:errors.sign-in");
    throw error;
  }
}

/** Writes what accounts say on line, now. */
export const giveVoices = (
  tx: Queryable,
  consultationId: number,
  voices: readonly { person: Person; itemId: number; parts: VoiceParts }[],
) => {
  const at = now();
  const given = voices.map(
    ({ person: { id, displayName, region, stakeholder }, itemId, parts }): GivenVoice => ({
      voter: { accountId: id, displayName },
      region,
      stakeholder,
      itemId,
      channel: "online",
      at,
      ...parts,
    }),
  );
  return joining(writeVoices(tx, consultationId, given, "writing"));
};

/** The participant that a person is in a consultation, made if need be. */
export async function joinIn(
  tx: Queryable,
  consultationId: number,
  { id, displayName, region, stakeholder }: Person,
): Promise<number> {
  const [row] = await joining(
    tx.$queryRawUnsafe<{ id: number }[]>(sql.JOIN_IN, consultationId, id, displayName, region, stakeholder),
  );
  if (!row) throw new Error("A participant was neither found nor made");
  return row.id;
}

export const withdrawPart = (
  tx: Queryable,
  part: "position" | "stars",
  consultationId: number,
  accountId: number,
  itemId: number,
) => tx.$executeRawUnsafe(WITHDRAW[part], consultationId, accountId, itemId);

/** @returns the new comment's id, or that of the comment which the same submission made before. */
export async function addComment(
  tx: Queryable,
  comment: {
    consultationId: number;
    itemId: number;
    participantId: number;
    parentId: number | null;
    body: string;
    submission: string | null;
  },
): Promise<number> {
  const { consultationId, itemId, participantId, parentId, body } = comment;
  // The same person, form and words: neither a form that the browser brought back for another text, nor one that
  // somebody else was shown, stands in the way of what is new.
  const submission =
    comment.submission &&
    createHash("sha256")
      .update(JSON.stringify([participantId, itemId, parentId, comment.submission, body]))
      .digest("base64url");
  const [added] = await tx.$queryRawUnsafe<{ id: number }[]>(
    sql.ADD_COMMENT,
    consultationId,
    itemId,
    participantId,
    parentId,
    body,
    now(),
    submission,
  );
  if (added) return added.id;
  const [known] = await tx.$queryRawUnsafe<{ id: number }[]>(
    `SELECT id FROM comment WHERE submission = $1`,
    submission,
  );
  if (!known) throw new Error("A submission conflicted with nothing");
  return known.id;
}

/** @throws DomainError "not-found" when this comment takes no replies. */
export async function refuseUnlessRepliable(tx: Queryable, parentId: number, itemId: number): Promise<void> {
  const [parent] = await tx.$queryRawUnsafe<{ id: number }[]>(sql.REPLIABLE, parentId, itemId);
  if (!parent) throw new DomainError("not-found", "participation:errors.no-parent");
}

/** A comment of this item, locked. @throws DomainError "not-found". */
export async function holdComment(tx: Queryable, commentId: number, itemId: number, accountId: number) {
  const [comment] = await tx.$queryRawUnsafe<(Judged & { id: number; body: string; mine: boolean })[]>(
    sql.HOLD_COMMENT,
    commentId,
    itemId,
    accountId,
  );
  if (!comment) throw new DomainError("not-found", "participation:errors.no-comment");
  return comment;
}

export const replaceComment = (tx: Queryable, commentId: number, body: string) =>
  tx.$executeRawUnsafe(sql.EDIT_COMMENT, commentId, body, now());
export const withdrawOne = (tx: Queryable, commentId: number) =>
  tx.$executeRawUnsafe(sql.WITHDRAW_COMMENT, commentId, now());
/**
 * What moderation says of a comment, in the unit of work that keeps who decided, when and why. Figures, pages, search and
 * exports follow at its commit.
 */
export const judgeComment = (
  tx: Queryable,
  commentId: number,
  { publication, masks = [] }: { publication: Publication; masks?: readonly Mask[] },
) =>
  tx.$executeRawUnsafe(
    sql.JUDGE_COMMENT,
    commentId,
    publication,
    masks.map(({ from }) => from),
    masks.map(({ to }) => to),
  );
export const setSupport = (tx: Queryable, commentId: number, participantId: number, on: boolean) =>
  tx.$executeRawUnsafe(on ? sql.SUPPORT : sql.UNSUPPORT, commentId, participantId);

export interface VoiceQuestion {
  consultationId: number;
  accountId: number;
  itemId: number;
}

/** Answers many at once, in the order asked; null where somebody does not take part. */
export async function voicesOf(questions: VoiceQuestion[]): Promise<(MyVoice | null)[]> {
  const rows = await reader().$queryRawUnsafe<(MyVoice & { n: number })[]>(
    sql.VOICES_OF,
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
  const rows = await reader().$queryRawUnsafe<{ id: number }[]>(sql.PROGRESS, accountId, consultationId);
  return rows.map(({ id }) => id);
}

export type CommentRow = Omit<CommentView, "mine" | "supported"> & { participantId: number };

export const readThreads = (
  itemId: number,
  sort: CommentSort,
  limit: number,
  offset: number,
  replies: number,
) => reader().$queryRawUnsafe<CommentRow[]>(sql.THREADS[sort], itemId, limit, offset, replies);

export async function readComment(commentId: number, itemId: number): Promise<CommentRow | null> {
  const [row] = await reader().$queryRawUnsafe<CommentRow[]>(sql.ONE_COMMENT, commentId, itemId);
  return row ?? null;
}

export const readReplies = (threadId: number, limit: number, offset: number) =>
  reader().$queryRawUnsafe<CommentRow[]>(sql.REPLIES, threadId, limit, offset);

export const readVersions = (commentId: number) =>
  reader().$queryRawUnsafe<{ body: string; replacedAt: Date }[]>(sql.COMMENT_VERSIONS, commentId);

export interface SupportQuestion {
  participantId: number;
  comments: number[];
}

/** Which comments each of these participants supports, in the order asked. */
export async function supportedBy(questions: SupportQuestion[]): Promise<Set<number>[]> {
  const rows = await reader().$queryRawUnsafe<{ participantId: number; commentId: number }[]>(
    sql.SUPPORTED,
    questions.flatMap(({ participantId, comments }) => comments.map(() => participantId)),
    questions.flatMap(({ comments }) => comments),
  );
  return questions.map(
    ({ participantId }) =>
      new Set(rows.filter((row) => row.participantId === participantId).map(({ commentId }) => commentId)),
  );
}

/** What an account said, item by item: the freshest first, comments included. */
export const readContributions = (accountId: number) =>
  reader().$queryRawUnsafe<MyContribution[]>(sql.CONTRIBUTIONS, accountId);

/** Keeps what somebody did under the hash of a secret, and drops what nobody came back for. */
export async function insertPending(
  tokenHash: string,
  { slug, ref, ...payload }: Pending,
  expiresAt: Date,
): Promise<void> {
  await writer().$executeRawUnsafe(
    sql.KEEP_PENDING,
    tokenHash,
    slug,
    ref,
    JSON.stringify(payload),
    expiresAt,
    now(),
  );
}

type PendingRow = { slug: string; ref: string; payload: object };

/** What this version does not know how to do is as good as gone. */
const flatten = (row: PendingRow | undefined): Pending | null =>
  (row && pendingSchema.safeParse({ ...row.payload, slug: row.slug, ref: row.ref }).data) ?? null;

export async function findPending(tokenHash: string): Promise<Pending | null> {
  const [row] = await reader().$queryRawUnsafe<PendingRow[]>(sql.FIND_PENDING, tokenHash, now());
  return flatten(row);
}

/** Takes it away: of two who ask at once, one gets it; if the transaction fails, it is still there. */
export async function takePending(tx: Queryable, tokenHash: string): Promise<Pending | null> {
  const [row] = await tx.$queryRawUnsafe<PendingRow[]>(sql.TAKE_PENDING, tokenHash, now());
  return flatten(row);
}

export const deletePending = (tokenHash: string) =>
  writer().$executeRawUnsafe(`DELETE FROM pending_opinion WHERE token_hash = $1`, tokenHash);
export const deleteExpiredPending = (now: Date) =>
  writer().$executeRawUnsafe(`DELETE FROM pending_opinion WHERE expires_at <= $1::timestamptz`, now);

/** Name, region and stakeholder of an account, and of its voices wherever counting is not over, in one transaction. */
export function writeProfile(account: AccountActor, profile: Profile): Promise<void> {
  return unitOfWork(async (tx) => {
    // The same order as every writer: consultations held first, then participants, then voices.
    const held = await tx.$queryRawUnsafe<{ closesAt: Date }[]>(sql.HOLD_ALL, now());
    await updateProfile(tx, account.id, profile);
    await tx.$executeRawUnsafe(sql.MOVE_PARTICIPANTS, account.id, profile.region, profile.stakeholder, now());
    await tx.$executeRawUnsafe(sql.MOVE_VOICES, account.id, profile.region, profile.stakeholder, now());
    await tx.$executeRawUnsafe(sql.RENAME, account.id, profile.displayName);
    const closed = held.some(({ closesAt }) => closesAt <= now());
    // Counted figures must not move after the closing: rolled back, to be tried again without that consultation.
    if (closed) throw new DomainError("conflict", "participation:errors.closed-meanwhile");
  });
}

/** Forgets who a person is, and deletes their account; what they said stays counted, by nobody. */
export function forget(account: AccountActor): Promise<void> {
  return unitOfWork(async (tx) => {
    await tx.$executeRawUnsafe(sql.FORGET, account.id);
    await deleteAccount(tx, account.id);
  });
}
