import { DomainError } from "~/platform/errors";
import { keyOr } from "~/platform/i18n/catalogue";
import { answerQuestion } from "./answering.server";
import { postSchema } from "./post";
import { setRespondent } from "./profile.server";
import { supportText } from "./supporting.server";
import type { Who } from "./who.server";

/** Takes what people in a room post: an answer, the support of a text, or who they are. @throws DomainError */
export async function takePost(who: Who, code: string, fields: URLSearchParams): Promise<void> {
  const parsed = postSchema.safeParse(fields);
  if (!parsed.success)
    throw new DomainError("invalid", keyOr(parsed.error.issues[0]?.message, "errors:not-a-form"));
  const post = parsed.data;
  if (post.kind === "answer") return answerQuestion(who, code, post);
  if (post.kind === "support") return supportText(who, code, post);
  return setRespondent(who, code, post);
}
