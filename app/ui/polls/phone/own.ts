import { questionKey, type OwnAnswers, type PollQuestion } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { sayValue } from "./said";

/** What a question's answers are called, and no more: which is right stays on the server. */
export interface Asked extends Pick<PollQuestion, "ref" | "round" | "kind"> {
  readonly options: readonly { readonly ref: string; readonly label: string }[];
}

/** What this device answered to all questions, for the fragments of a stream, which are everybody's. Read by `memory.ts`. */
export function useOwnTold(asked: readonly Asked[], own: OwnAnswers | undefined): string | undefined {
  const t = useT();
  const format = useFormat();
  if (!own) return undefined;
  const answers = asked.flatMap((question) => {
    const key = questionKey(question);
    const values = own.choices[key] ?? [];
    const said = own.texts[key] ?? values.map((value) => sayValue(t, format, question, value));
    return said.length > 0 ? [[key, { values, said }] as const] : [];
  });
  return JSON.stringify({ answers: Object.fromEntries(answers), supported: own.supported });
}
