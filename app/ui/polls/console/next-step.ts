import { phaseAt, type PollQuestion, type Snapshot } from "~/modules/polls";

/** What a button of the console posts. */
export type ActFields = Readonly<Record<string, string>>;

/** The one big button: what comes next. `say` is the end of a key of `polls:console.step.*`. */
export type NextStep =
  | {
      readonly say: "show" | "next" | "open" | "close" | "reveal";
      readonly fields: ActFields;
      readonly question: PollQuestion;
    }
  /** The questions are all done: it leads to the end of the session, which nobody starts by pressing once too often. */
  | { readonly say: "finish" };

/** Show, open, close, show the results, next question: where the poll stands says which. */
export function nextStep(snapshot: Snapshot, now: number): NextStep {
  const { current, questions } = snapshot;
  if (!current) return first(questions);
  const { question } = current;
  const act = (say: "open" | "close" | "reveal"): NextStep => ({
    say,
    fields: { act: say, question: question.ref },
    question,
  });
  const phase = phaseAt(snapshot, now);
  if (phase === "open") return act("close");
  if (question.revealed) return following(questions, question);
  return act(phase === "ready" ? "open" : "reveal");
}

/** Where a session starts, or starts again: at the first question whose results were not shown. */
function first(questions: readonly PollQuestion[]): NextStep {
  const question = questions.find(({ revealed }) => !revealed);
  return question
    ? { say: "show", fields: { act: "show", question: question.ref }, question }
    : { say: "finish" };
}

function following(questions: readonly PollQuestion[], { id }: PollQuestion): NextStep {
  const question = questions[questions.findIndex((one) => one.id === id) + 1];
  return question
    ? { say: "next", fields: { act: "show", question: question.ref }, question }
    : { say: "finish" };
}

/** Where a question stands, for the list. */
export type Standing = "ready" | "open" | "closed" | "revealed" | "asked" | "coming";

export function standingOf(
  snapshot: Snapshot,
  { id, revealed }: PollQuestion,
  answers: number,
  now: number,
): Standing {
  const onScreen = snapshot.mode === "room" && snapshot.current?.question.id === id;
  const phase = phaseAt(snapshot, now);
  if (onScreen && phase === "open") return "open";
  if (revealed) return "revealed";
  if (onScreen) return phase;
  return answers > 0 ? "asked" : "coming";
}
