import { data, redirect } from "@remix-run/node";
import type { AppContext } from "~/http/context.server";
import { parseFields, refuseError, refuseForm } from "~/http/forms.server";
import type { Actor } from "~/modules/identity";
import { opinionSchema, saysNothing } from "~/modules/participation";
import {
  giveOpinion,
  itemAddress,
  savedAddress,
  withdraw,
  withdrawnAddress,
} from "~/modules/participation/index.server";
import { DomainError } from "~/platform/errors";
import type { RefusedForm } from "~/platform/forms";
import {
  countPost,
  isSupport,
  keepPressed,
  keepUntilSignedIn,
  support,
  typed,
  type Fields,
  type Place,
} from "./acting.server";

/** What the page shows again; `done` tells what was done all the same. */
export interface OpinionAnswer extends RefusedForm {
  done?: "withdrawn";
}

const PARTS = new Map<unknown, "position" | "stars">([
  ["withdraw-position", "position"],
  ["withdraw-stars", "stars"],
]);

const panelOf = (place: Place): string => `${itemAddress(place)}#votre-avis`;

/** Does what a form of an item's page asks for, by the button that was pressed. A refusal is shown with what was typed. */
export async function act(context: AppContext, place: Place, fields: Fields) {
  const actor = await context.actor();
  try {
    await countPost(context, actor);
    if (isSupport(fields)) return await support(context, actor, place, fields, listing(context, place));
    const part = PARTS.get(fields.intent);
    return part
      ? await takeBack(context, actor, place, part, fields)
      : await giveOne(context, actor, place, fields);
  } catch (error) {
    if (isSupport(fields)) throw error;
    return refuseError(error, fields);
  }
}

/** The page of comments on which a button stood. */
function listing({ url }: AppContext, place: Place): string {
  const here = new URLSearchParams(
    [...url.searchParams].filter(([name]) => name === "tri" || name === "page"),
  ).toString();
  return `${itemAddress(place)}${here && `?${here}`}`;
}

/** The form "Votre avis": kept at once, or until its author has signed in. */
async function giveOne(context: AppContext, actor: Actor, place: Place, fields: Fields) {
  const form = parseFields(fields, opinionSchema);
  if (!form.ok) return refuseForm(form);
  if (saysNothing(form.value))
    return refuseForm({
      errors: { "": [{ reason: "participation:errors.nothing", values: {} }] },
      values: fields,
    });
  const opinion = { ...place, ...form.value };
  if (actor.kind !== "account")
    return keepUntilSignedIn(context, actor, { kind: "opinion", ...opinion }, panelOf(place));
  await giveOpinion(actor, opinion);
  return redirect(savedAddress(opinion), 303);
}

/** Takes a vote or stars back. A comment that was being typed meanwhile stays on the page. */
async function takeBack(
  context: AppContext,
  actor: Actor,
  place: Place,
  part: "position" | "stars",
  fields: Fields,
) {
  const { body, submission } = typed(fields);
  const typing = body?.trim() ? body : null;
  if (actor.kind !== "account") {
    if (typing === null)
      return keepPressed(context, actor, { kind: "withdrawal", ...place, part, back: panelOf(place) });
    throw new DomainError("unauthenticated", "participation:errors.sign-in-to-withdraw");
  }
  await withdraw(actor, { ...place, part });
  if (typing === null) return redirect(withdrawnAddress(place), 303);
  return data<OpinionAnswer>({
    errors: {},
    values: { body: typing, ...(submission && { submission }) },
    done: "withdrawn",
  });
}
