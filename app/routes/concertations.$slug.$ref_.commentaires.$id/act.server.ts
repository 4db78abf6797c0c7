import { redirect } from "@remix-run/node";
import { formAnswer, refusedForm, type FormAnswer } from "~/http/answers.server";
import type { AppContext } from "~/http/context.server";
import { parseFields } from "~/http/forms.server";
import { PENDING_COOKIE } from "~/http/open-session.server";
import { isOpen } from "~/modules/consultation";
import { getItemPage } from "~/modules/consultation/index.server";
import type { Actor } from "~/modules/identity";
import { commentIdSchema, commentSchema } from "~/modules/participation";
import { editComment, giveOpinion, keepPending, supportComment, withdrawComment } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { commentNumber, type CommentAddress } from "./read.server";

/** What the page shows again, and in which of its forms. */
export interface CommentAnswer {
  form: "reply" | "edit";
  answer: FormAnswer;
}

type Fields = Record<string, string | string[]>;

const hrefOf = ({ slug, ref, id }: CommentAddress) => `/concertations/${encodeURIComponent(slug)}/${encodeURIComponent(ref)}/commentaires/${id}`;
const toSignIn = (next: string) => redirect(`/connexion?suite=${encodeURIComponent(next)}`, 303);
const typed = ({ body, submission }: Fields): Record<string, string> => ({
  ...(typeof body === "string" && { body }),
  ...(typeof submission === "string" && { submission }),
});

/** Does what a form of a comment's page asks for, by the button that was pressed. */
export async function act(context: AppContext, address: CommentAddress, fields: Fields) {
  const actor = await context.actor();
  const id = commentNumber(address.id);
  if (fields.support !== undefined || fields.unsupport !== undefined) return support(actor, address, fields);
  if (fields.intent === "reply") return answering("reply", fields, () => reply(context, actor, { ...address, parentId: id }, fields));
  if (fields.intent !== "edit" && fields.intent !== "withdraw") throw new DomainError("invalid", "participation:errors.intent");
  const place = { slug: address.slug, ref: address.ref, commentId: id };
  if (fields.intent === "edit") return answering("edit", fields, () => edit(actor, address, place, fields));
  if (actor.kind !== "account") return toSignIn(hrefOf(address));
  await withdrawComment(actor, place);
  return redirect(`/concertations/${encodeURIComponent(address.slug)}/${encodeURIComponent(address.ref)}?avis=retire#commentaires`, 303);
}

/** A refusal is shown in the form it concerns, with what was typed. */
async function answering(form: CommentAnswer["form"], fields: Fields, work: () => Promise<Response | ReturnType<typeof formAnswer>>) {
  let answered;
  try {
    answered = await work();
  } catch (error) {
    answered = refusedForm(error, typed(fields));
  }
  if (answered instanceof Response) return answered;
  return { ...answered, data: { form, answer: answered.data } satisfies CommentAnswer };
}

async function reply(context: AppContext, actor: Actor, { parentId, ...address }: CommentAddress & { parentId: number }, fields: Fields) {
  const form = parseFields(fields, commentSchema);
  if (!form.ok) return formAnswer(form);
  const { slug, ref } = address;
  const opinion = { slug, ref, parentId, ...form.value };
  await context.limit("post", actor.kind === "account" ? `account ${actor.id}` : context.ip);
  if (actor.kind === "account") {
    const { commentId } = await giveOpinion(actor, opinion);
    return redirect(`${hrefOf(address)}?avis=enregistre#commentaire-${commentId}`, 303);
  }
  const { consultation } = await getItemPage(actor, slug, ref);
  if (!isOpen(consultation, now())) throw new DomainError("closed", "participation:errors.closed");
  context.setCookie(PENDING_COOKIE, await keepPending(opinion), { maxAge: 24 * 3600 });
  return toSignIn(hrefOf(address));
}

async function edit(actor: Actor, address: CommentAddress, place: { slug: string; ref: string; commentId: number }, fields: Fields) {
  const form = parseFields(fields, commentSchema);
  if (!form.ok) return formAnswer(form);
  await editComment(actor, { ...place, body: form.value.body });
  return redirect(`${hrefOf(address)}?avis=modifie`, 303);
}

async function support(actor: Actor, address: CommentAddress, fields: Fields) {
  const form = parseFields({ comment: fields.support ?? fields.unsupport ?? "" }, commentIdSchema);
  if (!form.ok) throw new DomainError("invalid", "participation:errors.comment");
  const { comment } = form.value;
  const back = `${hrefOf(address)}#commentaire-${comment}`;
  if (actor.kind !== "account") return toSignIn(back);
  await supportComment(actor, { slug: address.slug, ref: address.ref, commentId: comment, support: fields.support !== undefined });
  return redirect(back, 303);
}
