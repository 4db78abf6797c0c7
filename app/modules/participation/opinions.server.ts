import type { AccountActor, Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { parse, type Fields } from "~/platform/forms";
import type { LineLimits } from "~/platform/line.server";
import { savedAddress } from "./addresses";
import { addComment, refuseUnlessRepliable } from "./comments-store.server";
import { heldItem, whileOpen, type Holding, type Writing } from "./hold-store.server";
import { opinionSchema, saysNothing, textProblem, type Opinion, type Part } from "./input";
import { partsRefusal } from "./rules";
import { joinIn, type Person } from "./participants-store.server";
import { giveVoices, withdrawPart } from "./voices-store.server";

export type OpinionInput = Partial<Opinion> & { slug: string; ref: string };

/** The account that acts. @throws DomainError "unauthenticated" when nobody is signed in. */
export function requireAccount(actor: Actor): AccountActor {
  if (actor.kind === "account") return actor;
  throw new DomainError("unauthenticated", "participation:errors.sign-in");
}

interface Given extends OpinionInput {
  person: Person;
}

/** An opinion against which nothing stands. */
interface Accepted extends Given {
  itemId: number;
}

/** Holds an opinion against its item. @throws DomainError not-found, closed, invalid */
async function accept({ tx, held }: Holding, opinion: Given): Promise<Accepted> {
  const { ref, body, parentId } = opinion;
  const item = heldItem(held, ref);
  const refusal = partsRefusal(item, opinion);
  if (refusal) throw refusal;
  if (body !== undefined) {
    const problem = textProblem(body);
    if (problem) throw new DomainError("invalid", problem);
    if (parentId !== undefined) await refuseUnlessRepliable(tx, parentId, item.id);
  }
  return { ...opinion, itemId: item.id };
}

const refusalOf = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error;
  throw error;
};

/** @returns the comment's id. */
async function writeComment(
  { tx, held: { id: consultationId } }: Holding,
  { person, itemId, parentId, submission }: Accepted,
  body: string,
): Promise<number> {
  const participantId = await joinIn(tx, consultationId, person);
  return addComment(tx, {
    consultationId,
    itemId,
    participantId,
    parentId: parentId ?? null,
    body,
    submission: submission ?? null,
  });
}

/**
 * Writes opinions in a transaction that holds their consultation: each is refused, or kept with its comment.
 * @returns of each its comment's id, if it has one, or why it is refused.
 */
async function writeOpinions(
  holding: Holding,
  opinions: readonly Given[],
): Promise<(number | null | DomainError)[]> {
  const outcomes: (Accepted | DomainError)[] = [];
  // Nothing is written before all are looked at: who is refused leaves nothing.
  for (const opinion of opinions) outcomes.push(await accept(holding, opinion).catch(refusalOf));
  const accepted = outcomes.filter((outcome): outcome is Accepted => !(outcome instanceof DomainError));
  await giveVoices(holding.tx, holding.held.id, accepted);
  const comments = new Map<Accepted | DomainError, number>();
  for (const one of accepted)
    if (one.body !== undefined) comments.set(one, await writeComment(holding, one, one.body));
  return outcomes.map((outcome) =>
    outcome instanceof DomainError ? outcome : (comments.get(outcome) ?? null),
  );
}

/** One opinion, in a transaction that holds the consultation. @returns the comment's id. @throws DomainError */
export async function writeOpinion(
  { person, ...holding }: Writing,
  opinion: OpinionInput,
): Promise<number | null> {
  const [outcome = null] = await writeOpinions(holding, [{ ...opinion, person }]);
  if (outcome instanceof DomainError) throw outcome;
  return outcome;
}

/**
 * Gives an opinion: any of a position, stars and a comment, all or nothing. The latest position and stars replace the
 * ones before; comments add up, one per `submission`.
 * @throws DomainError unauthenticated, not-found, closed, invalid.
 */
export async function giveOpinion(actor: Actor, input: OpinionInput): Promise<{ commentId: number | null }> {
  const person = requireAccount(actor);
  return {
    commentId: await whileOpen(input.slug, [input.ref], (tx, held) =>
      writeOpinion({ tx, held, person }, input),
    ),
  };
}

/** The form "Votre avis" as it was posted. */
export interface OpinionPost {
  actor: Actor;
  ref: string;
  fields: Fields;
}

/** How such forms stand in line. */
export const OPINIONS_TOGETHER: LineLimits = {
  most: 200,
  // A deleted account is one person's reason; that the consultation is closed is everybody's.
  everybodys: ({ code }) => code !== "unauthenticated",
};

/**
 * Takes what was posted together in one consultation, in one transaction: each is refused or kept by itself.
 * @returns of each where it shows, or why it is refused; null when it says nothing that could be kept.
 * @throws DomainError as `giveOpinion`, when it is not one's alone.
 */
export async function takeOpinions(
  slug: string,
  posts: readonly OpinionPost[],
): Promise<(string | null | Error)[]> {
  const given = posts.map(({ actor, ref, fields }): Given | null => {
    const form = parse(opinionSchema, { ...fields });
    if (!form.ok || saysNothing(form.value)) return null;
    return { person: requireAccount(actor), slug, ref, ...form.value };
  });
  const opinions = given.filter((opinion) => opinion !== null);
  if (opinions.length === 0) return posts.map(() => null);
  const refs = [...new Set(opinions.map(({ ref }) => ref))];
  const outcomes = await whileOpen(slug, refs, (tx, held) => writeOpinions({ tx, held }, opinions));
  const refused = new Map(opinions.map((opinion, index) => [opinion, outcomes[index]]));
  return given.map((opinion) => {
    const outcome = opinion && refused.get(opinion);
    return outcome instanceof DomainError ? outcome : opinion && savedAddress(opinion);
  });
}

interface Withdrawal {
  ref: string;
  part: Part;
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
