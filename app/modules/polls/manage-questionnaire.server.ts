import { lockStage } from "~/modules/stages/index.server";
import { DomainError } from "~/platform/errors";
import { moved } from "~/platform/moves";
import { managePoll, type ManagedPlace, type Place } from "./manage.server";
import { announce, lockPoll, nextVersion, unitOfWork, type Transaction } from "./poll-store.server";
import { lossOf, type ManagedQuestion } from "./question-change";
import type { QuestionDefinition } from "./questionnaire";
import {
  createPoll,
  deleteQuestion,
  findManagedQuestions,
  insertQuestion,
  placeQuestions,
  renamePoll,
  replaceCode,
  replaceScreenKey,
  updateQuestion,
} from "./questionnaire-store.server";

/** A stage and its questions in order. @throws DomainError forbidden, not-found */
export async function manageQuestionnaire(
  ...place: Place
): Promise<ManagedPlace & { questions: ManagedQuestion[] }> {
  const managed = await managePoll(...place);
  return { ...managed, questions: await findManagedQuestions(managed.stage.id) };
}

/** A stage while one change is made to its poll. */
export interface Turn extends ManagedPlace {
  readonly tx: Transaction;
  readonly questions: readonly ManagedQuestion[];
}

/** One change at a time, that no answer on its way can make wrong. All screens of the stage then read again. */
export async function changePoll<T>(place: Place, work: (turn: Turn) => Promise<T>): Promise<T> {
  const managed = await managePoll(...place);
  const stageId = managed.stage.id;
  return unitOfWork(async (tx) => {
    await lockPoll(tx, stageId);
    await lockStage(tx, stageId);
    const result = await work({ ...managed, tx, questions: await findManagedQuestions(stageId, tx) });
    await nextVersion(tx, stageId);
    await announce(tx, stageId);
    return result;
  });
}

/**
 * Adds a question at the end (`ref` is new), or changes the one of that ref.
 * @throws DomainError conflict: answers would be lost; invalid: no such item.
 */
export const saveQuestion = (place: Place, definition: QuestionDefinition): Promise<void> =>
  changePoll(place, async ({ tx, stage, items, questions }) => {
    const refs = [definition.item, ...definition.options.map(({ item }) => item)];
    const unknown = refs.find((ref) => ref && !items.some((item) => item.ref === ref));
    if (unknown)
      throw new DomainError("invalid", "consultation:input.unknown-item", {
        path: named(definition),
        ref: unknown,
      });
    const itemId = items.find(({ ref }) => ref === definition.item)?.id ?? null;
    const at = questions.findIndex((question) => question.definition.ref === definition.ref);
    const known = questions[at];
    const loss = known && lossOf(known, definition);
    if (loss) throw new DomainError("conflict", loss.reason, { ...loss.values, path: named(definition) });
    await createPoll(tx, stage.id, stage.title);
    if (known) await updateQuestion(tx, known.id, at, definition, itemId);
    else await insertQuestion(tx, stage.id, questions.length, definition, itemId);
  });

const named = ({ title }: QuestionDefinition): string => `« ${title} »`;

/** Removes a question; one that is gone stays gone. @throws DomainError conflict: somebody answered it, in whichever round */
export const removeQuestion = (place: Place, ref: string): Promise<void> =>
  changePoll(place, async ({ tx, questions }) => {
    const question = questions.find(({ definition }) => definition.ref === ref);
    if (!question) return;
    if (question.held > 0)
      throw new DomainError("conflict", "polls:refusal.answered-question", {
        count: question.held,
        path: named(question.definition),
      });
    await deleteQuestion(tx, question.id);
  });

/** Puts a question one place up (-1) or down (1). */
export const moveQuestion = (place: Place, ref: string, by: -1 | 1): Promise<void> =>
  changePoll(place, async ({ tx, questions }) => {
    const question = questions.find(({ definition }) => definition.ref === ref);
    if (question)
      await placeQuestions(
        tx,
        moved(questions, question, by).map(({ id }) => id),
      );
  });

/** Gives a questionnaire its title. */
export const renameQuestionnaire = (place: Place, title: string): Promise<void> =>
  changePoll(place, ({ tx, stage }) => renamePoll(tx, stage.id, title));

/** Another code to join by: the one that was printed leads nowhere any more. */
export const renewCode = (place: Place): Promise<void> =>
  changePoll(place, ({ tx, stage }) => replaceCode(tx, stage.id));

/** Another secret link for the projector: the one that was given out opens nothing any more. */
export const renewScreenKey = (place: Place): Promise<void> =>
  changePoll(place, ({ tx, stage }) => replaceScreenKey(tx, stage.id));
