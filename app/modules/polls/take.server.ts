import type { z } from "zod";
import { DomainError } from "~/platform/errors";
import { keyOr } from "~/platform/i18n/catalogue";
import type { LineLimits } from "~/platform/line.server";
import { answerQuestions } from "./answering.server";
import { postSchema } from "./post";
import { tellRespondents } from "./profile.server";
import { supportTexts } from "./supporting.server";
import { GATHERED } from "./values";
import { respondentOf, type Respondent, type Who } from "./who.server";

/** What somebody in a room posts: an answer, the support of a text, or who they are. */
export interface RoomPost {
  who: Who;
  fields: URLSearchParams;
}

/** How such posts stand in line. */
export const POSTS_TOGETHER: LineLimits = {
  ...GATHERED,
  // A deleted account is one person's reason.
  everybodys: ({ code }) => code !== "unauthenticated",
};

type Said = Respondent & z.output<typeof postSchema>;

function read({ who, fields }: RoomPost): Said | DomainError {
  const parsed = postSchema.safeParse(fields);
  if (!parsed.success)
    return new DomainError("invalid", keyOr(parsed.error.issues[0]?.message, "errors:not-a-form"));
  try {
    return { ...respondentOf(who), ...parsed.data };
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/**
 * Takes what was posted together in one room, in a transaction for each kind of post; each is refused or kept by itself.
 * @returns of each true, or why it is refused.
 * @throws DomainError not-found, when there is no such room.
 */
export async function takePosts(code: string, posts: readonly RoomPost[]): Promise<(true | Error)[]> {
  const said = posts.map(read);
  const outcomes = new Map<Said, true | Error>();
  async function take<Kind extends Said["kind"]>(
    kind: Kind,
    together: (code: string, posts: Extract<Said, { kind: Kind }>[]) => Promise<(true | Error)[]>,
  ): Promise<void> {
    const mine = said.filter(
      (one): one is Extract<Said, { kind: Kind }> => !(one instanceof Error) && one.kind === kind,
    );
    if (mine.length === 0) return;
    const done = await together(code, mine);
    mine.forEach((one, index) => outcomes.set(one, done[index] ?? true));
  }
  await take("respondent", tellRespondents);
  await take("answer", answerQuestions);
  await take("support", supportTexts);
  return said.map((one) => (one instanceof Error ? one : (outcomes.get(one) ?? true)));
}

/** Takes one post. @throws DomainError not-found, closed, invalid, conflict */
export async function takePost(who: Who, code: string, fields: URLSearchParams): Promise<void> {
  const [outcome] = await takePosts(code, [{ who, fields }]);
  if (outcome instanceof Error) throw outcome;
}
