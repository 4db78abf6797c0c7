import type { TakeAnswer } from "~/http/direct.server";
import { postSchema } from "~/modules/live";
import { answerQuestion, setRespondent, supportText } from "~/modules/live/index.server";
import { DomainError } from "~/platform/errors";

/** What people in a room post, by the shortest way from the wire to the domain. */
export const answerPoll: TakeAnswer = async (who, code, fields) => {
  const parsed = postSchema.safeParse(fields);
  if (!parsed.success) throw new DomainError("invalid", parsed.error.issues[0]?.message ?? "errors:not-a-form");
  const post = parsed.data;
  if (post.kind === "answer") await answerQuestion(who, code, post);
  else if (post.kind === "support") await supportText(who, code, post);
  else await setRespondent(who, code, post);
};
