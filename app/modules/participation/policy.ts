import { isOpen, type Consultation, type Item } from "~/modules/consultation";
import type { Actor } from "~/modules/identity";
import type { CommentStatus } from "./values";

export type Window = Pick<Consultation, "status" | "opensAt" | "closesAt">;
export type Opening = Pick<Item, "opens">;

/** The parts of an opinion that can be given at this instant, whoever gives them. */
export function openParts(consultation: Window, item: Opening, now: Date) {
  const open = isOpen(consultation, now);
  return { position: open && item.opens.vote, stars: open && item.opens.stars, comment: open && item.opens.comments };
}

/** Whether anything can be said of this item at this instant. */
export function takesOpinions(consultation: Window, item: Opening, now: Date): boolean {
  const parts = openParts(consultation, item, now);
  return parts.position || parts.stars || parts.comment;
}

/** Whether this actor may give an opinion: one voice belongs to one account, so the operator has none. */
export const canGiveOpinion = (actor: Actor, consultation: Window, item: Opening, now: Date): boolean =>
  actor.kind === "account" && takesOpinions(consultation, item, now);

/** Whether this actor may change or withdraw a comment of theirs. What moderation hid stays as it was judged. */
export const canChangeComment = (
  actor: Actor,
  comment: { mine: boolean; status: CommentStatus },
  consultation: Window,
  now: Date,
): boolean => actor.kind === "account" && comment.mine && comment.status === "visible" && isOpen(consultation, now);

/** Whether this actor may support a comment, or take the support back: anybody's but their own. */
export const canSupport = (
  actor: Actor,
  comment: { mine: boolean; status: CommentStatus },
  consultation: Window,
  now: Date,
): boolean => actor.kind === "account" && !comment.mine && comment.status === "visible" && isOpen(consultation, now);
