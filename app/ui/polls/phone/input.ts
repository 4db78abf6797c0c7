import type { QuestionView } from "~/modules/polls";

/** What the fields of any question need. */
export interface InputProps {
  question: QuestionView;
  /** What the form holds at first: what was answered, or what was refused. */
  values: readonly string[];
  /** What was refused, and is to be sent again. */
  typed?: readonly string[] | undefined;
  id: string;
  error?: string | undefined;
}
