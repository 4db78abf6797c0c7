import type { Channel, Position } from "./values";
import type { Judged, Standing } from "./visibility";

/** What somebody said of an item, as it stands. */
export interface MyVoice {
  participantId: number;
  position: Position | null;
  stars: number | null;
}

/** A comment as people read it. `body` is Markdown, empty when not everybody may read the comment. */
export interface CommentView extends Judged {
  id: number;
  itemId: number;
  parentId: number | null;
  displayName: string | null;
  /** Stands for the author where no name is given: the same on all they wrote in this consultation. */
  alias: string | null;
  region: string;
  stakeholder: string;
  channel: Channel;
  supports: number;
  createdAt: Date;
  editedAt: Date | null;
  body: string;
  /** Of the actor who asked. */
  mine: boolean;
  supported: boolean;
}

export interface CommentThread extends CommentView {
  replies: CommentView[];
  /** There are more replies than those. */
  moreReplies: boolean;
}

export interface CommentPage {
  threads: CommentThread[];
  page: number;
  hasNext: boolean;
}

/** A comment with a page of its replies and, for who may read them, its earlier texts, the latest first. */
export interface OneComment {
  comment: CommentView;
  replies: CommentView[];
  versions: { body: string; replacedAt: Date }[];
  page: number;
  hasNext: boolean;
}

/** What one account said of one item, for its own page. */
export interface MyContribution {
  slug: string;
  consultation: string;
  ref: string;
  title: string;
  position: Position | null;
  stars: number | null;
  comments: { id: number; body: string; standing: Exclude<Standing, "withdrawn">; createdAt: Date }[];
}
