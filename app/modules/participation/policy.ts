import { isOpen, type Consultation, type Item } from "~/modules/consultation";
import { can, type Actor } from "~/modules/identity";
import { isJudged, isReadable, type Judged } from "./visibility";

export type Window = Pick<Consultation, "status" | "opensAt" | "closesAt">;
export type Opening = Pick<Item, "opens">;

/** The parts of an opinion that an item takes while its consultation is open: buttons and commands both ask this. */
export const partsOf = ({ opens }: Opening) => ({
  position: opens.vote,
  stars: opens.stars,
  comment: opens.comments,
});

/** The parts of an opinion that can be given at this instant, whoever gives them. */
export const openParts = (consultation: Window, item: Opening, now: Date): ReturnType<typeof partsOf> =>
  isOpen(consultation, now) ? partsOf(item) : { position: false, stars: false, comment: false };

/** Whether this actor may change or withdraw a comment of theirs. What moderation has judged stays as it was judged. */
export const canChangeComment = (
  actor: Actor,
  comment: { mine: boolean } & Judged,
  consultation: Window,
  now: Date,
): boolean =>
  actor.kind === "account" &&
  comment.mine &&
  isReadable(comment.standing) &&
  !isJudged(comment) &&
  isOpen(consultation, now);

/** Whether this actor may read a comment's earlier texts: its author, and staff. */
export const canReadHistory = (
  actor: Actor,
  { mine }: { mine: boolean },
  { consultationId }: Pick<Item, "consultationId">,
): boolean => (actor.kind === "account" && mine) || can(actor, "comment.readHistory", consultationId);

/** Whether this actor may support a comment, or take the support back: anybody's but their own. */
export const canSupport = (
  actor: Actor,
  comment: { mine: boolean } & Pick<Judged, "standing">,
  consultation: Window,
  now: Date,
): boolean =>
  actor.kind === "account" && !comment.mine && isReadable(comment.standing) && isOpen(consultation, now);
