import { givePollVoices, takePollVoices, type PollVoice } from "~/modules/participation/index.server";
import { DomainError } from "~/platform/errors";
import { lastOf } from "~/platform/line.server";
import type { ParsedAnswer } from "./answer";
import {
  dropAnswers,
  keepAnswers,
  keepTexts,
  textsGiven,
  type KeptAnswer,
  type KeptText,
  type Whereabouts,
} from "./answers-store.server";
import type { Poll, Queryable, StoredQuestion } from "./poll-store.server";
import { MOST_TEXTS, type Setting } from "./values";
import { allOfDevice, isTied, voicePart } from "./voices";
import { voterOf, type Respondent } from "./who.server";

/** An answer that stands, as it will be written. */
export interface Accepted extends Respondent {
  question: StoredQuestion;
  answer: ParsedAnswer;
}

export interface Writing {
  poll: Poll;
  setting: Setting;
  /** Whether the consultation is held, and takes voices now. */
  counts: boolean;
  profiles: ReadonlyMap<string, Whereabouts>;
}

type Chosen = Accepted & { choices: readonly string[] };

/** Writes choices, at most one answer per respondent and question, and the voices that they are on items. */
export async function writeChoices(
  tx: Queryable,
  { poll, setting, counts, profiles }: Writing,
  accepted: readonly Accepted[],
): Promise<void> {
  const chosen = accepted.flatMap((one): Chosen[] =>
    "choices" in one.answer ? [{ ...one, choices: one.answer.choices }] : [],
  );
  const answers = lastOf(chosen, ({ key, question }) => `${key} ${question.id}`);
  if (answers.length === 0) return;
  const { stageId, consultationId } = poll.place;
  const rows = answers.map(({ key, question, choices }): KeptAnswer => ({
    key,
    question: question.id,
    round: question.round,
    choices,
  }));
  await keepAnswers(tx, stageId, setting, rows);
  // Somebody who has signed in since they answered on this device: one person, one answer.
  const left = answers.flatMap(({ key, deviceKey, question }) =>
    deviceKey !== null && deviceKey !== key ? [{ deviceKey, question }] : [],
  );
  if (left.length > 0)
    await dropAnswers(
      tx,
      stageId,
      left.map(({ deviceKey, question }) => ({
        key: deviceKey,
        question: question.id,
        round: question.round,
      })),
    );
  if (!counts) return;
  const taken = left
    .filter(({ question }) => isTied(question))
    .flatMap(({ deviceKey, question }) => allOfDevice(question, deviceKey));
  if (taken.length > 0) await takePollVoices(tx, consultationId, taken);
  await writeVoices(tx, poll, answers, profiles);
}

async function writeVoices(
  tx: Queryable,
  { place }: Poll,
  answers: readonly Chosen[],
  profiles: Writing["profiles"],
): Promise<void> {
  const voices = answers.flatMap(({ question, choices, ...respondent }): PollVoice[] => {
    const part = voicePart(question, choices);
    const { region, stakeholder } = profiles.get(respondent.key) ?? {
      region: place.region,
      stakeholder: "unknown",
    };
    return part ? [{ voter: voterOf(respondent), region, stakeholder, ...part }] : [];
  });
  // Two questions may be about one item: each person has one voice on it, the latest.
  const latest = lastOf(
    voices,
    ({ voter, itemId, stars }) =>
      `${"key" in voter ? voter.key : voter.accountId} ${itemId} ${stars === undefined}`,
  );
  for (const part of [
    latest.filter(({ stars }) => stars !== undefined),
    latest.filter(({ stars }) => stars === undefined),
  ]) {
    if (part.length > 0) await givePollVoices(tx, place.consultationId, part);
  }
}

/** Writes texts, each once. @returns those that are refused because their author has given enough. */
export async function writeTexts(
  tx: Queryable,
  { poll, setting }: Writing,
  accepted: readonly Accepted[],
): Promise<Map<Accepted, Error>> {
  const refused = new Map<Accepted, Error>();
  const texts = accepted.flatMap((one) => ("text" in one.answer ? [{ one, text: one.answer.text }] : []));
  if (texts.length === 0) return refused;
  const { stageId } = poll.place;
  const given = await textsGiven(
    tx,
    stageId,
    texts.map(({ one }) => one.key),
    texts.map(({ one }) => one.question.id),
  );
  const said = new Map<string, Set<string>>();
  const ofRespondent = (key: string, question: number) => {
    const known = said.get(`${key} ${question}`) ?? new Set<string>();
    said.set(`${key} ${question}`, known);
    return known;
  };
  for (const { key, questionId, body } of given) ofRespondent(key, questionId).add(body);
  const rows: KeptText[] = [];
  for (const { one, text } of texts) {
    const before = ofRespondent(one.key, one.question.id);
    if (before.has(text)) continue;
    if (before.size >= MOST_TEXTS) {
      refused.set(one, new DomainError("conflict", "polls:refusal.enough-texts", { count: MOST_TEXTS }));
      continue;
    }
    before.add(text);
    rows.push({
      key: one.key,
      question: one.question.id,
      round: one.question.round,
      body: text,
      publication: one.question.moderated ? "pending" : "published",
    });
  }
  if (rows.length > 0) await keepTexts(tx, stageId, setting, rows);
  return refused;
}
