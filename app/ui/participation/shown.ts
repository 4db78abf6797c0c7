import {
  canChangeComment,
  canReadHistory,
  canSupport,
  isReadable,
  openParts,
  type CommentThread,
  type CommentView,
} from "~/modules/participation";
import { isOpen, type Consultation, type Item } from "~/modules/consultation";
import type { Actor } from "~/modules/identity";

/** A comment as a page shows it: its text rendered, and what its reader may do. */
export interface ShownComment extends Omit<CommentView, "body" | "itemId" | "mine"> {
  html: string;
  supportable: boolean;
  changeable: boolean;
  repliable: boolean;
  /** It has earlier texts that its reader may read. */
  history: boolean;
}

export interface ShownThread extends ShownComment {
  replies: ShownComment[];
  moreReplies: boolean;
}

interface Reading {
  actor: Actor;
  consultation: Consultation;
  item: Item;
  now: Date;
  render: (markdown: string) => string;
}

/** Buttons are offered to who may press them, and to who may once signed in. */
export function showComment(
  comment: CommentView,
  { actor, consultation, item, now, render }: Reading,
): ShownComment {
  const { body, parentId, editedAt } = comment;
  const visible = isReadable(comment.standing);
  const guest = actor.kind === "anonymous";
  // Copied whole: leaving some fields out takes several times as long, and none of them leaves the server.
  return {
    ...comment,
    html: visible ? render(body) : "",
    supportable: guest ? visible && isOpen(consultation, now) : canSupport(actor, comment, consultation, now),
    changeable: canChangeComment(actor, comment, consultation, now),
    history: visible && editedAt !== null && canReadHistory(actor, comment, item),
    repliable: visible && parentId === null && openParts(consultation, item, now).comment,
  };
}

export const showThread = (thread: CommentThread, reading: Reading): ShownThread => ({
  ...showComment(thread, reading),
  replies: thread.replies.map((reply) => showComment(reply, reading)),
  moreReplies: thread.moreReplies,
});
