import { redirect } from "@remix-run/node";
import type { AppContext } from "~/http/context.server";
import { parseFields, refuseError, refuseForm } from "~/http/forms.server";
import type { Actor } from "~/modules/identity";
import { commentSchema } from "~/modules/participation";
import {
  commentAddress,
  editComment,
  editedAddress,
  giveOpinion,
  itemAddress,
  savedAddress,
  withdrawComment,
} from "~/modules/participation/index.server";
import { DomainError } from "~/platform/errors";
import type { RefusedForm } from "~/platform/forms";
import {
  countPost,
  isSupport,
  keepUntilSignedIn,
  support,
  toSignIn,
  type Fields,
  type Place,
} from "../concertations.$slug.$ref/acting.server";
import { commentNumber, type CommentAddress } from "./read.server";

/** What the page shows again, and in which of its forms. */
export interface CommentAnswer {
  form: "reply" | "edit";
  answer: RefusedForm;
}

/** Does what a form of a comment's page asks for, by the button that was pressed. */
export async function act(context: AppContext, { slug, ref, id: typedId }: CommentAddress, fields: Fields) {
  const actor = await context.actor();
  const id = commentNumber(typedId);
  const place = { slug, ref };
  if (!isSupport(fields) && (fields.intent === "reply" || fields.intent === "edit"))
    return write(context, actor, place, id, fields.intent, fields);
  await countPost(context, actor);
  if (isSupport(fields)) return support(context, actor, place, fields, commentAddress(place, id));
  if (fields.intent !== "withdraw") throw new DomainError("invalid", "participation:errors.intent");
  if (actor.kind !== "account") return toSignIn(commentAddress(place, id));
  await withdrawComment(actor, { ...place, commentId: id });
  return redirect(`${itemAddress(place)}?avis=retire#commentaires`, 303);
}

/** A refusal is shown in the form it concerns, with what was typed. */
async function write(
  context: AppContext,
  actor: Actor,
  place: Place,
  id: number,
  form: CommentAnswer["form"],
  fields: Fields,
) {
  let answered;
  try {
    await countPost(context, actor);
    answered = await (form === "reply" ? reply : edit)(context, actor, place, id, fields);
  } catch (error) {
    answered = refuseError(error, fields);
  }
  if (answered instanceof Response) return answered;
  return { ...answered, data: { form, answer: answered.data } satisfies CommentAnswer };
}

async function reply(context: AppContext, actor: Actor, place: Place, parentId: number, fields: Fields) {
  const form = parseFields(fields, commentSchema);
  if (!form.ok) return refuseForm(form);
  const opinion = { ...place, ...form.value, parentId };
  if (actor.kind !== "account")
    return keepUntilSignedIn(context, actor, { kind: "reply", ...opinion }, commentAddress(place, parentId));
  await giveOpinion(actor, opinion);
  return redirect(savedAddress(opinion), 303);
}

async function edit(context: AppContext, actor: Actor, place: Place, commentId: number, fields: Fields) {
  const form = parseFields(fields, commentSchema);
  if (!form.ok) return refuseForm(form);
  const change = { ...place, ...form.value, commentId };
  if (actor.kind !== "account")
    return keepUntilSignedIn(context, actor, { kind: "edit", ...change }, commentAddress(place, commentId));
  await editComment(actor, change);
  return redirect(editedAddress(change), 303);
}
