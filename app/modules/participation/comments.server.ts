import type { Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { holdComment, replaceComment, setSupport, withdrawOne } from "./comments-store.server";
import { heldItem, whileOpen, type Writing } from "./hold-store.server";
import { normaliseText, textProblem } from "./input";
import { requireAccount } from "./opinions.server";
import { joinIn } from "./participants-store.server";
import { isJudged, isReadable } from "./visibility";

/** Where a comment stands. */
export interface CommentPlace {
  slug: string;
  ref: string;
  commentId: number;
}

type OfItem = Omit<CommentPlace, "slug">;
type HeldComment = Awaited<ReturnType<typeof holdComment>>;

/** Runs `work` while the consultation is open. */
async function writing(
  actor: Actor,
  { slug, ref }: CommentPlace,
  work: (writing: Writing) => Promise<void>,
): Promise<void> {
  const person = requireAccount(actor);
  return whileOpen(slug, [ref], (tx, held) => work({ tx, held, person }));
}

const holdOne = ({ tx, held, person }: Writing, { ref, commentId }: OfItem): Promise<HeldComment> =>
  holdComment(tx, commentId, heldItem(held, ref).id, person.id);

function refuseUnlessMine({ mine, ...judged }: HeldComment): void {
  if (!mine) throw new DomainError("forbidden", "participation:errors.not-yours");
  if (isJudged(judged)) throw new DomainError("forbidden", "participation:errors.hidden");
}

/** Replaces one's comment, in a transaction that holds the consultation. */
export async function replaceText(
  writing: Writing,
  { body: typed, ...place }: OfItem & { body: string },
): Promise<void> {
  const body = normaliseText(typed);
  const problem = body === "" ? "participation:errors.text" : textProblem(body);
  if (problem) throw new DomainError("invalid", problem);
  const comment = await holdOne(writing, place);
  refuseUnlessMine(comment);
  if (!isReadable(comment.standing)) throw new DomainError("not-found", "participation:errors.no-comment");
  if (comment.body !== body) await replaceComment(writing.tx, comment.id, body);
}

/** Supports a comment or takes the support back, in a transaction that holds the consultation. */
export async function switchSupport(
  writing: Writing,
  { support, ...place }: OfItem & { support: boolean },
): Promise<void> {
  const { tx, held, person } = writing;
  const comment = await holdOne(writing, place);
  if (!isReadable(comment.standing)) throw new DomainError("not-found", "participation:errors.no-comment");
  if (comment.mine) throw new DomainError("forbidden", "participation:errors.own-comment");
  await setSupport(tx, comment.id, await joinIn(tx, held.id, person), support);
}

/** Replaces one's comment; the earlier text stays in its history. */
export const editComment = (actor: Actor, edit: CommentPlace & { body: string }): Promise<void> =>
  writing(actor, edit, (within) => replaceText(within, edit));

/** Takes one's comment back: it is neither read nor counted any more. A second time changes nothing. */
export const withdrawComment = (actor: Actor, place: CommentPlace): Promise<void> =>
  writing(actor, place, async (within) => {
    const comment = await holdOne(within, place);
    refuseUnlessMine(comment);
    await withdrawOne(within.tx, comment.id);
  });

/** Supports somebody else's comment, or takes the support back. One support per person, however often it is given. */
export const supportComment = (actor: Actor, support: CommentPlace & { support: boolean }): Promise<void> =>
  writing(actor, support, (within) => switchSupport(within, support));
