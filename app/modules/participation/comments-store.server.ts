import { createHash } from "node:crypto";
import { now } from "~/platform/clock";
import type { Queryable } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import * as sql from "./comments-sql";
import type { Mask, Publication } from "./visibility";

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
  const added = await sql.ADD_COMMENT.one(
    tx,
    consultationId,
    itemId,
    participantId,
    parentId,
    body,
    now(),
    submission,
  );
  if (added) return added.id;
  const known = await sql.BY_SUBMISSION.one(tx, submission);
  if (!known) throw new Error("A submission conflicted with nothing");
  return known.id;
}

/** @throws DomainError "not-found" when this comment takes no replies. */
export async function refuseUnlessRepliable(tx: Queryable, parentId: number, itemId: number): Promise<void> {
  if (!(await sql.REPLIABLE.one(tx, parentId, itemId)))
    throw new DomainError("not-found", "participation:errors.no-parent");
}

/** A comment of this item, locked. @throws DomainError "not-found". */
export async function holdComment(tx: Queryable, commentId: number, itemId: number, accountId: number) {
  const comment = await sql.HOLD_COMMENT.one(tx, commentId, itemId, accountId);
  if (!comment) throw new DomainError("not-found", "participation:errors.no-comment");
  return comment;
}

export const replaceComment = (tx: Queryable, commentId: number, body: string) =>
  sql.EDIT_COMMENT.run(tx, commentId, body, now());
export const withdrawOne = (tx: Queryable, commentId: number) =>
  sql.WITHDRAW_COMMENT.run(tx, commentId, now());
/**
 * What moderation says of a comment, in the unit of work that keeps who decided, when and why. Figures, pages, search and
 * exports follow at its commit.
 */
export const judgeComment = (
  tx: Queryable,
  commentId: number,
  { publication, masks = [] }: { publication: Publication; masks?: readonly Mask[] },
) =>
  sql.JUDGE_COMMENT.run(
    tx,
    commentId,
    publication,
    masks.map(({ from }) => from),
    masks.map(({ to }) => to),
  );
export const setSupport = (tx: Queryable, commentId: number, participantId: number, on: boolean) =>
  (on ? sql.SUPPORT : sql.UNSUPPORT).run(tx, commentId, participantId);
