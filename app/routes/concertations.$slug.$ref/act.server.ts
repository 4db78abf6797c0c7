import { data, redirect } from "@remix-run/node";
import { formAnswer, refusedForm, type FormAnswer } from "~/http/answers.server";
import type { AppContext } from "~/http/context.server";
import { parseFields } from "~/http/forms.server";
import { PENDING_COOKIE } from "~/http/open-session.server";
import { phaseOf } from "~/modules/consultation";
import { getItemPage } from "~/modules/consultation/index.server";
import type { Actor } from "~/modules/identity";
import { commentIdSchema, opinionSchema, saysNothing } from "~/modules/participation";
import { giveOpinion, keepPending, opinionAddress, supportComment, withdraw } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";

/** What the page shows again; `done` tells what was done all the same. */
export interface OpinionAnswer extends FormAnswer {
  done?: "withdrawn";
}

type Fields = Record<string, string | string[]>;
interface Place {
  slug: string;
  ref: string;
}

const hrefOf = ({ slug, ref }: Place) => `/concertations/${encodeURIComponent(slug)}/${encodeURIComponent(ref)}`;

/** What a form held, to show it again: nothing that was typed is lost. */
const typed = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"));

const posterOf = ({ ip }: AppContext, actor: Actor): string => (actor.kind === "account" ? `account ${actor.id}` : ip);

const refused = (error: unknown, fields: Fields) => refusedForm(error, typed(fields));

/** Does what a form of an item's page asks for, by the button that was pressed. */
export async function act(context: AppContext, place: Place, fields: Fields) {
  const actor = await context.actor();
  if (fields.support !== undefined || fields.unsupport !== undefined) return support(context, actor, place, fields);
  if (fields.intent === "withdraw-position") return takeBack(context, actor, place, "position", fields);
  if (fields.intent === "withdraw-stars") return takeBack(context, actor, place, "stars", fields);
  return giveOne(context, actor, place, fields);
}

/** The form "Votre avis": kept at once, or until its author has signed in. */
async function giveOne(context: AppContext, actor: Actor, place: Place, fields: Fields) {
  const form = parseFields(fields, opinionSchema);
  if (!form.ok) return formAnswer(form);
  if (saysNothing(form.value)) return formAnswer({ errors: { "": ["participation:errors.nothing"] }, values: typed(fields) });
  try {
    await context.limit("post", posterOf(context, actor));
    if (actor.kind !== "account") return await keepUntilSignedIn(context, actor, { ...place, ...form.value });
    const { commentId } = await giveOpinion(actor, { ...place, ...form.value });
    return redirect(opinionAddress(place.slug, place.ref, commentId), 303);
  } catch (error) {
    return refused(error, fields);
  }
}

async function keepUntilSignedIn(context: AppContext, actor: Actor, opinion: Parameters<typeof keepPending>[0]) {
  const { consultation } = await getItemPage(actor, opinion.slug, opinion.ref);
  const phase = phaseOf(consultation, now());
  if (phase !== "open") throw new DomainError("closed", phase === "closed" ? "participation:errors.closed" : "participation:errors.not-yet-open");
  context.setCookie(PENDING_COOKIE, await keepPending(opinion), { maxAge: 24 * 3600 });
  return toSignIn(`${hrefOf(opinion)}#votre-avis`);
}

const toSignIn = (next: string) => redirect(`/connexion?suite=${encodeURIComponent(next)}`, 303);

/** Takes a vote or stars back. A comment that was being typed meanwhile stays on the page. */
async function takeBack(context: AppContext, actor: Actor, place: Place, part: "position" | "stars", fields: Fields) {
  if (actor.kind !== "account") return toSignIn(`${hrefOf(place)}#votre-avis`);
  try {
    await context.limit("post", posterOf(context, actor));
    await withdraw(actor, { ...place, part });
  } catch (error) {
    return refused(error, fields);
  }
  const { body, submission } = typed(fields);
  if (!body?.trim()) return redirect(`${hrefOf(place)}?avis=retire#votre-avis`, 303);
  return data<OpinionAnswer>({ errors: {}, values: { body, ...(submission && { submission }) }, blanks: {}, done: "withdrawn" });
}

/** Supports a comment, or takes the support back; then the same page of comments, at this comment. */
async function support(context: AppContext, actor: Actor, place: Place, fields: Fields) {
  const form = parseFields({ comment: fields.support ?? fields.unsupport ?? "" }, commentIdSchema);
  if (!form.ok) throw new DomainError("invalid", "participation:errors.comment");
  const { comment } = form.value;
  const here = new URLSearchParams([...context.url.searchParams].filter(([name]) => name === "tri" || name === "page")).toString();
  const back = `${hrefOf(place)}${here && `?${here}`}#commentaire-${comment}`;
  if (actor.kind !== "account") return toSignIn(back);
  await context.limit("post", posterOf(context, actor));
  await supportComment(actor, { ...place, commentId: comment, support: fields.support !== undefined });
  return redirect(back, 303);
}
