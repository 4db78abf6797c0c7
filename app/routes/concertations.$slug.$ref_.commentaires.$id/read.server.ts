import { randomUUID } from "node:crypto";
import type { AppContext } from "~/http/context.server";
import { phaseOf } from "~/modules/consultation";
import { getItemPage } from "~/modules/consultation/index.server";
import { acceptedOf, commentIdSchema, isReadable } from "~/modules/participation";
import { readCommentPage } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { canonicalOf, type Head } from "~/ui/head";
import { renderMarkdown } from "~/ui/markdown/render.server";
import { authorName } from "~/ui/participation/labels";
import { showPlace } from "~/ui/participation/place";
import { showComment } from "~/ui/participation/shown";

/** Which form has just been taken, by the parameter that its redirect leaves. */
const DONE = new Map<string | null, "reply" | "edit">([
  ["enregistre", "reply"],
  ["modifie", "edit"],
]);

export interface CommentAddress {
  slug: string;
  ref: string;
  id: string;
}

/** The number in an address. @throws DomainError "not-found" when it can be no comment's. */
export function commentNumber(id: string): number {
  const parsed = commentIdSchema.safeParse({ comment: id });
  if (!parsed.success) throw new DomainError("not-found", "participation:errors.no-comment");
  return parsed.data.comment;
}

/** All that a comment's own page shows. */
export async function readOne(context: AppContext, { slug, ref, id }: CommentAddress) {
  const { url, locale } = context;
  const actor = await context.actor();
  const place = await getItemPage(actor, slug, ref);
  const { consultation, item } = place;
  const at = now();
  const page = url.searchParams.get("page") ?? "";
  const one = await readCommentPage(
    actor,
    item,
    commentNumber(id),
    /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  );
  const reading = { actor, consultation, item, now: at, render: renderMarkdown };
  const comment = showComment(one.comment, reading);
  const t = getT(locale);
  const head: Head = {
    title: t("participation:comment.title", { name: authorName(t, one.comment) }),
    canonical: canonicalOf(url, ["page"]),
    hidden: consultation.status === "draft" || !isReadable(one.comment.standing),
  };
  return {
    head,
    now: at,
    ...showPlace(place),
    phase: phaseOf(consultation, at),
    comment,
    /** The text as it was written, for its author to change. */
    written: comment.changeable ? one.comment.body : "",
    versions: one.versions.map(({ body, replacedAt }) => ({ html: renderMarkdown(body), replacedAt })),
    replies: {
      replies: one.replies.map((reply) => showComment(reply, reading)),
      page: one.page,
      hasNext: one.hasNext,
    },
    signedIn: actor.kind === "account",
    submissions: { edit: randomUUID(), reply: randomUUID() },
    accepted: acceptedOf(url.searchParams),
    done: DONE.get(url.searchParams.get("avis")) ?? null,
  };
}
