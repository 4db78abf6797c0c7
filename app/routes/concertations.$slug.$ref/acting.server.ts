import { redirect } from "@remix-run/node";
import type { AppContext } from "~/http/context.server";
import { parseFields } from "~/http/forms.server";
import { PENDING_COOKIE } from "~/http/open-session.server";
import { phaseOf } from "~/modules/consultation";
import { getItemPage } from "~/modules/consultation/index.server";
import type { Actor } from "~/modules/identity";
import { commentIdSchema, type Pending } from "~/modules/participation";
import { keepPending, pendingKind, supportComment } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";

export type Fields = Record<string, string | string[]>;

export interface Place {
  slug: string;
  ref: string;
}

/** What a form held, to show it again: nothing that was typed is lost. */
export const typed = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );

/** Counts one more form sent. @throws DomainError "too-many". */
export const countPost = (context: AppContext, actor: Actor): Promise<void> =>
  context.limit("post", actor.kind === "account" ? `account ${actor.id}` : context.ip);

export const toSignIn = (next: string) => redirect(`/connexion?suite=${encodeURIComponent(next)}`, 303);

/** Keeps what somebody did until they have signed in, and leads them there. @throws DomainError "closed". */
export async function keepUntilSignedIn(
  context: AppContext,
  actor: Actor,
  pending: Pending,
  next: string,
): Promise<Response> {
  const { consultation } = await getItemPage(actor, pending.slug, pending.ref);
  const phase = phaseOf(consultation, now());
  if (phase !== "open")
    throw new DomainError(
      "closed",
      phase === "closed" ? "participation:errors.closed" : "participation:errors.not-yet-open",
    );
  context.setCookie(PENDING_COOKIE, await keepPending(pending), { maxAge: 24 * 3600 });
  return toSignIn(next);
}

/** The same of a pressed button. One thing waits at a time: it never takes the place of a text. */
export async function keepPressed(
  context: AppContext,
  actor: Actor,
  pressed: Extract<Pending, { back: string }>,
): Promise<Response> {
  const waiting = await pendingKind(context.cookie(PENDING_COOKIE));
  return waiting === "typed"
    ? toSignIn(pressed.back)
    : keepUntilSignedIn(context, actor, pressed, pressed.back);
}

/** Whether the button that was pressed is that of a support. */
export const isSupport = (fields: Fields): boolean =>
  fields.support !== undefined || fields.unsupport !== undefined;

/** Supports a comment, or takes the support back; then the same `page`, at this comment. */
export async function support(
  context: AppContext,
  actor: Actor,
  { slug, ref }: Place,
  fields: Fields,
  page: string,
): Promise<Response> {
  const form = parseFields({ comment: fields.support ?? fields.unsupport ?? "" }, commentIdSchema);
  if (!form.ok) throw new DomainError("invalid", "participation:errors.comment");
  const commentId = form.value.comment;
  const support = fields.support !== undefined;
  const back = `${page}#commentaire-${commentId}`;
  if (actor.kind === "account") {
    await supportComment(actor, { slug, ref, commentId, support });
    return redirect(back, 303);
  }
  return keepPressed(context, actor, { kind: support ? "support" : "unsupport", slug, ref, commentId, back });
}
