import type { AccountActor, Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { parse, type Fields } from "~/platform/forms";
import { linedUp } from "~/platform/line.server";
import { savedAddress } from "./addresses";
import { addComment, refuseUnlessRepliable } from "./comments-store.server";
import { heldItem, whileOpen, type Writing } from "./hold-store.server";
import { opinionSchema, saysNothing, textProblem, type Opinion, type VoiceParts } from "./input";
import { latest, partsRefusal } from "./rules";
import { joinIn, type Person } from "./participants-store.server";
import { giveVoices, withdrawPart } from "./voices-store.server";

export type OpinionInput = Partial<Opinion> & { slug: string; ref: string };

/** The account that acts. @throws DomainError "unauthenticated" when nobody is signed in. */
export function requireAccount(actor: Actor): AccountActor {
  if (actor.kind === "account") return actor;
  throw new DomainError("unauthenticated", "participation:errors.sign-in");
}

interface Vote {
  person: Person;
  ref: string;
  parts: VoiceParts;
}

/** One transaction for the votes that arrived together in one consultation; each is refused or kept by itself. */
async function giveTogether(slug: string, votes: Vote[]): Promise<(true | Error)[]> {
  return whileOpen(slug, [...new Set(votes.map(({ ref }) => ref))], async (tx, held) => {
    const voices = new Map<string, { person: Person; itemId: number; parts: VoiceParts }>();
    const answers = votes.map(({ person, ref, parts }): true | Error => {
      const item = held.items.get(ref);
      if (!item) return new DomainError("not-found", "errors:item-not-found");
      const refusal = partsRefusal(item, parts);
      if (refusal) return refusal;
      if (parts.position === undefined && parts.stars === undefined) return true;
      const key = `${person.id} ${item.id}`;
      voices.set(key, { person, itemId: item.id, parts: latest(voices.get(key)?.parts ?? {}, parts) });
      return true;
    });
    if (voices.size > 0) await giveVoices(tx, held.id, [...voices.values()]);
    return answers;
  });
}

/** A deleted account is one person's reason; that the consultation is closed is everybody's. */
const give = linedUp<string, Vote>(giveTogether, {
  most: 200,
  everybodys: ({ code }) => code !== "unauthenticated",
});

/** The parts of an opinion and its comment, in a transaction that holds the consultation. @returns the comment's id. */
export async function writeOpinion(
  { tx, held, person }: Writing,
  { ref, position, stars, body, parentId, submission }: OpinionInput,
) {
  const item = heldItem(held, ref);
  const refusal = partsRefusal(item, { position, stars, body });
  if (refusal) throw refusal;
  if (position !== undefined || stars !== undefined) {
    await giveVoices(tx, held.id, [{ person, itemId: item.id, parts: { position, stars } }]);
  }
  if (body === undefined) return null;
  const problem = textProblem(body);
  if (problem) throw new DomainError("invalid", problem);
  if (parentId !== undefined) await refuseUnlessRepliable(tx, parentId, item.id);
  const participantId = await joinIn(tx, held.id, person);
  return addComment(tx, {
    consultationId: held.id,
    itemId: item.id,
    participantId,
    parentId: parentId ?? null,
    body,
    submission: submission ?? null,
  });
}

/**
 * Gives an opinion: any of a position, stars and a comment, all or nothing. The latest position and stars replace the
 * ones before; comments add up, one per `submission`.
 * @throws DomainError unauthenticated, not-found, closed, invalid.
 */
export async function giveOpinion(actor: Actor, input: OpinionInput): Promise<{ commentId: number | null }> {
  const person = requireAccount(actor);
  const { slug, ref, position, stars, body } = input;
  if (body !== undefined) {
    return {
      commentId: await whileOpen(slug, [ref], (tx, held) => writeOpinion({ tx, held, person }, input)),
    };
  }
  await give(slug, { person, ref, parts: { position, stars } });
  return { commentId: null };
}

/**
 * Takes the form "Votre avis" as it was posted.
 * @returns where that shows; null when it is another form of its page, or says nothing that could be kept.
 * @throws DomainError as `giveOpinion`.
 */
export async function takeOpinion(
  actor: Actor,
  place: { slug: string; ref: string },
  fields: Fields,
): Promise<string | null> {
  if ("intent" in fields || "support" in fields || "unsupport" in fields) return null;
  const form = parse(opinionSchema, { ...fields });
  if (!form.ok || saysNothing(form.value)) return null;
  const opinion = { ...place, ...form.value };
  await giveOpinion(actor, opinion);
  return savedAddress(opinion);
}

interface Withdrawal {
  ref: string;
  part: "position" | "stars";
}

/** Takes a part of a voice back, in a transaction that holds the consultation. */
export async function takeBack({ tx, held, person }: Writing, { ref, part }: Withdrawal): Promise<void> {
  await withdrawPart(tx, part, held.id, person.id, heldItem(held, ref).id);
}

/** Takes back one's vote or one's stars on an item. */
export async function withdraw(
  actor: Actor,
  { slug, ...withdrawal }: Withdrawal & { slug: string },
): Promise<void> {
  const person = requireAccount(actor);
  await whileOpen(slug, [withdrawal.ref], (tx, held) => takeBack({ tx, held, person }, withdrawal));
}
