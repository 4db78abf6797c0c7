import type { Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { normaliseText, textProblem } from "./input";
import { requireAccount } from "./opinions.server";
import { heldItem, holdComment, joinIn, replaceComment, setSupport, whileOpen, withdrawOne, type Held, type Person, type Queryable } from "./store.server";
import type { CommentStatus } from "./values";

/** Where a comment stands. */
export interface CommentPlace {
  slug: string;
  ref: string;
  commentId: number;
}

interface OnComment {
  tx: Queryable;
  held: Held;
  person: Person;
  comment: { id: number; status: CommentStatus; body: string; mine: boolean };
}

/** Runs `work` on a comment while the consultation is open. @throws DomainError "not-found" when it is not read any more. */
async function onComment(actor: Actor, { slug, ref, commentId }: CommentPlace, work: (context: OnComment) => Promise<void>): Promise<void> {
  const person = requireAccount(actor);
  return whileOpen(slug, [ref], async (tx, held) => {
    const comment = await holdComment(tx, commentId, heldItem(held, ref).id, person.id);
    await work({ tx, held, person, comment });
  });
}

function refuseUnlessMine({ mine, status }: OnComment["comment"]): void {
  if (!mine) throw new DomainError("forbidden", "participation:errors.not-yours");
  if (status === "hidden") throw new DomainError("forbidden", "participation:errors.hidden");
}

/** Replaces one's comment; the earlier text stays in its history. */
export async function editComment(actor: Actor, { body: typed, ...place }: CommentPlace & { body: string }): Promise<void> {
  const body = normaliseText(typed);
  const problem = body === "" ? "participation:errors.text" : textProblem(body);
  if (problem) throw new DomainError("invalid", problem);
  await onComment(actor, place, async ({ tx, comment }) => {
    refuseUnlessMine(comment);
    if (comment.status === "withdrawn") throw new DomainError("not-found", "participation:errors.no-comment");
    if (comment.body !== body) await replaceComment(tx, comment.id, body);
  });
}

/** Takes one's comment back: it is neither read nor counted any more. A second time changes nothing. */
export const withdrawComment = (actor: Actor, place: CommentPlace): Promise<void> =>
  onComment(actor, place, async ({ tx, comment }) => {
    refuseUnlessMine(comment);
    await withdrawOne(tx, comment.id);
  });

/** Supports somebody else's comment, or takes the support back. One support per person, however often it is given. */
export const supportComment = (actor: Actor, { support, ...place }: CommentPlace & { support: boolean }): Promise<void> =>
  onComment(actor, place, async ({ tx, held, person, comment }) => {
    if (comment.status !== "visible") throw new DomainError("not-found", "participation:errors.no-comment");
    if (comment.mine) throw new DomainError("forbidden", "participation:errors.own-comment");
    await setSupport(tx, comment.id, await joinIn(tx, held.id, person), support);
  });
