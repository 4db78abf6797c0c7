import type { Actor } from "~/modules/identity";
import { batched } from "~/platform/batch.server";
import { DomainError } from "~/platform/errors";
import { canReadHistory } from "./policy";
import { threadOrder } from "./rules";
import {
  readComment,
  readContributions,
  readReplies,
  readThreads,
  readVersions,
  supportedBy,
  voicedItems,
  voicesOf,
  type CommentRow,
  type SupportQuestion,
  type VoiceQuestion,
} from "./reading-store.server";
import type { CommentPage, CommentThread, CommentView, MyContribution, MyVoice, OneComment } from "./types";
import { REPLIES_PER_PAGE, REPLIES_SHOWN, THREADS_PER_PAGE, type CommentSort } from "./values";
import { isCounted, isReadable } from "./visibility";

/** Pages of comments go so far; search finds the rest. */
const MOST_PAGES = 1_000;

const askVoice = batched<VoiceQuestion, MyVoice | null>((questions) => voicesOf(questions), {
  most: 100,
  parallel: 2,
});

const askSupports = batched<SupportQuestion, Set<number>>((questions) => supportedBy(questions), {
  most: 100,
  parallel: 2,
});

/** What the actor said of an item, or null when they do not take part in its consultation. */
export async function myVoice(
  actor: Actor,
  item: { id: number; consultationId: number },
): Promise<MyVoice | null> {
  if (actor.kind !== "account") return null;
  return askVoice({ accountId: actor.id, consultationId: item.consultationId, itemId: item.id });
}

/** Items of a consultation on which the actor's voice counts. */
export async function myProgress(actor: Actor, consultationId: number): Promise<number[]> {
  return actor.kind === "account" ? voicedItems(actor.id, consultationId) : [];
}

/** What the actor said, in every consultation, for the page of their account. */
export async function myContributions(actor: Actor): Promise<MyContribution[]> {
  return actor.kind === "account" ? readContributions(actor.id) : [];
}

interface ThreadsQuestion {
  itemId: number;
  sort: CommentSort;
  page: number;
}

/** Readers who ask for the same page at the same moment share one query, which starts after all of them have asked. */
const askThreads = batched<ThreadsQuestion, CommentRow[]>(
  async (questions) => {
    const asked = new Map<string, Promise<CommentRow[]>>();
    return Promise.all(
      questions.map(({ itemId, sort, page }) => {
        const key = `${itemId} ${sort} ${page}`;
        const known =
          asked.get(key) ??
          readThreads(itemId, sort, THREADS_PER_PAGE, (page - 1) * THREADS_PER_PAGE, REPLIES_SHOWN);
        asked.set(key, known);
        return known;
      }),
    );
  },
  { most: 200, parallel: 2 },
);

/** Comments as a participant sees them, or as anybody does. */
async function seenBy(me: MyVoice | null, rows: CommentRow[]): Promise<CommentView[]> {
  const others = me ? rows.filter((row) => row.supports > 0 && row.participantId !== me.participantId) : [];
  const supported =
    me && others.length > 0
      ? await askSupports({ participantId: me.participantId, comments: others.map(({ id }) => id) })
      : new Set<number>();
  return rows.map(({ participantId, ...row }) => ({
    ...row,
    mine: participantId === me?.participantId,
    supported: supported.has(row.id),
  }));
}

interface ItemKey {
  id: number;
  consultationId: number;
}

/** What the actor said of an item, and a page of what others say of it, each thread with its first replies. */
export async function readDiscussion(
  actor: Actor,
  item: ItemKey,
  { sort, page }: { sort: CommentSort; page: number },
): Promise<{ voice: MyVoice | null; comments: CommentPage }> {
  const at = Math.min(Math.max(1, page), MOST_PAGES);
  const [voice, rows] = await Promise.all([
    myVoice(actor, item),
    askThreads({ itemId: item.id, sort, page: at }),
  ]);
  const views = await seenBy(voice, rows);
  const heads = views.filter(({ parentId }) => parentId === null).sort(threadOrder(sort === "soutenus"));
  const threads = heads.slice(0, THREADS_PER_PAGE).map((head): CommentThread => {
    const replies = views.filter(({ parentId }) => parentId === head.id).sort((a, b) => a.id - b.id);
    return { ...head, replies: replies.slice(0, REPLIES_SHOWN), moreReplies: replies.length > REPLIES_SHOWN };
  });
  return { voice, comments: { threads, page: at, hasNext: heads.length > THREADS_PER_PAGE } };
}

/** A page of an item's comments. */
export const listComments = async (
  actor: Actor,
  item: ItemKey,
  options: { sort: CommentSort; page: number },
): Promise<CommentPage> => (await readDiscussion(actor, item, options)).comments;

/**
 * A comment on its own page: all its replies, page by page, and its earlier texts for who may read them.
 * @throws DomainError "not-found" when the item has no such comment.
 */
export async function readCommentPage(
  actor: Actor,
  item: ItemKey,
  commentId: number,
  page: number,
): Promise<OneComment> {
  const [voice, row] = await Promise.all([myVoice(actor, item), readComment(commentId, item.id)]);
  if (!row) throw new DomainError("not-found", "participation:errors.no-comment");
  const mine = row.participantId === voice?.participantId;
  const at = Math.min(Math.max(1, page), MOST_PAGES);
  const [replies, versions] = await Promise.all([
    row.parentId === null ? readReplies(row.id, REPLIES_PER_PAGE, (at - 1) * REPLIES_PER_PAGE) : [],
    isReadable(row.standing) && row.editedAt && canReadHistory(actor, { mine }, item)
      ? readVersions(row.id)
      : [],
  ]);
  // What does not count is nothing to others, but for what was answered to it; its author sees what waits.
  if (!isCounted(row.standing) && replies.length === 0 && !(mine && row.standing === "pending"))
    throw new DomainError("not-found", "participation:errors.no-comment");
  const [comment, ...below] = await seenBy(voice, [row, ...replies.slice(0, REPLIES_PER_PAGE)]);
  if (!comment) throw new DomainError("not-found", "participation:errors.no-comment");
  return { comment, replies: below, versions, page: at, hasNext: replies.length > REPLIES_PER_PAGE };
}
