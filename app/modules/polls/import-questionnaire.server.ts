import { problemsOf, type Item, type Problem } from "~/modules/consultation";
import { ImportRefused } from "~/modules/consultation/index.server";
import { DomainError } from "~/platform/errors";
import type { Place } from "./manage.server";
import { changePoll, manageQuestionnaire, type Turn } from "./manage-questionnaire.server";
import { lossOf } from "./question-change";
import { questionnaireSchema, type Questionnaire } from "./questionnaire";
import {
  createPoll,
  deleteQuestion,
  insertQuestion,
  renamePoll,
  updateQuestion,
} from "./questionnaire-store.server";
import { fileOf, templateOf, type TemplateWords } from "./templates";

/** What an import did, by ref of question; `kept` are absent from the file and have answers. */
export interface QuestionnaireReport {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Writes a stage's questionnaire from its file or, the second time, updates it by `ref`: no answer is lost, and a
 * question that has answers stays even when the file has it no longer.
 * @throws ImportRefused naming the path in the JSON; DomainError forbidden, not-found.
 */
export async function importQuestionnaire(place: Place, json: unknown): Promise<QuestionnaireReport> {
  const parsed = questionnaireSchema.safeParse(json);
  return changePoll(place, async (turn) => {
    if (!parsed.success) throw new ImportRefused(problemsOf(parsed.error) as [Problem, ...Problem[]]);
    return write(turn, parsed.data);
  });
}

async function write(
  { tx, stage, items, questions }: Turn,
  file: Questionnaire,
): Promise<QuestionnaireReport> {
  const stored = new Map(questions.map((question) => [question.definition.ref, question]));
  const losses = file.questions.flatMap((question, index): Problem[] => {
    const known = stored.get(question.ref);
    const loss = known && lossOf(known, question);
    return loss
      ? [
          {
            reason: loss.reason,
            values: { ...loss.values, path: `questions[${index}].${loss.path.join(".")}` },
          },
        ]
      : [];
  });
  const [first, ...others] = [...unknownItems(file, items), ...losses];
  if (first) throw new ImportRefused([first, ...others]);
  await createPoll(tx, stage.id, file.title);
  await renamePoll(tx, stage.id, file.title);
  const itemIds = new Map(items.map(({ ref, id }) => [ref, id]));
  for (const [position, question] of file.questions.entries()) {
    const known = stored.get(question.ref);
    const itemId = itemIds.get(question.item ?? "") ?? null;
    if (known) await updateQuestion(tx, known.id, position, question, itemId);
    else await insertQuestion(tx, stage.id, position, question, itemId);
  }
  const named = new Set(file.questions.map(({ ref }) => ref));
  const absent = questions.filter(({ definition }) => !named.has(definition.ref));
  const kept = absent.filter(({ held }) => held > 0);
  const removed = absent.filter(({ held }) => held === 0);
  for (const { id } of removed) await deleteQuestion(tx, id);
  for (const [index, question] of kept.entries()) {
    await updateQuestion(
      tx,
      question.id,
      file.questions.length + index,
      question.definition,
      itemIds.get(question.definition.item ?? "") ?? null,
    );
  }
  const refs = (list: readonly { definition: { ref: string } }[]) =>
    list.map(({ definition }) => definition.ref);
  const [known, added] = [
    file.questions.filter(({ ref }) => stored.has(ref)),
    file.questions.filter(({ ref }) => !stored.has(ref)),
  ];
  return {
    created: added.map(({ ref }) => ref),
    updated: known.map(({ ref }) => ref),
    removed: refs(removed),
    kept: refs(kept),
  };
}

function unknownItems(file: Questionnaire, items: readonly Pick<Item, "ref">[]): Problem[] {
  const known = new Set(items.map(({ ref }) => ref));
  const problem = (path: string, ref: string | null | undefined): Problem[] =>
    !ref || known.has(ref) ? [] : [{ reason: "consultation:input.unknown-item", values: { path, ref } }];
  return file.questions.flatMap(({ item, options }, index) => [
    ...problem(`questions[${index}].item`, item),
    ...options.flatMap((option, row) => problem(`questions[${index}].options[${row}].item`, option.item)),
  ]);
}

/** A stage's questionnaire as its file writes it. @throws DomainError not-found when there is none. */
export async function exportQuestionnaire(...place: Place): Promise<object> {
  const { poll, questions } = await manageQuestionnaire(...place);
  if (!poll || questions.length === 0) throw new DomainError("not-found", "polls:refusal.no-questionnaire");
  return fileOf({ title: poll.title, questions: questions.map(({ definition }) => definition) });
}

/** Begins a questionnaire with a question for each axis of the consultation. @throws DomainError conflict: it has questions */
export const startFromAxes = (place: Place, words: TemplateWords): Promise<unknown> =>
  start(place, ({ items }) => templateOf(items, words));

/** Begins a questionnaire with that of another stage of the consultation. @throws DomainError conflict: it has questions; not-found */
export async function startFromStage(place: Place, other: string): Promise<void> {
  const [actor, slug] = place;
  const { poll, questions } = await manageQuestionnaire(actor, slug, other);
  if (!poll || questions.length === 0) throw new DomainError("not-found", "polls:refusal.no-questionnaire");
  await start(place, () => ({ title: poll.title, questions: questions.map(({ definition }) => definition) }));
}

const start = (place: Place, make: (turn: Turn) => Questionnaire): Promise<unknown> =>
  changePoll(place, (turn) => {
    if (turn.questions.length > 0) throw new DomainError("conflict", "polls:refusal.not-empty");
    return write(turn, make(turn));
  });
