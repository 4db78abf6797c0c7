import type { Snapshot } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { ActForm } from "./ActForm";
import { nextStep } from "./next-step";

/** Where the session is brought to its end. */
export const END = "fin-de-seance";

/** The one big button, with what it is about under it. Its id stays, so that focus does. */
export function PrimaryAct({ snapshot, now }: { snapshot: Snapshot; now: number }) {
  const t = useT();
  const { text } = useFormat();
  const step = nextStep(snapshot, now);
  if (step.say === "finish")
    return (
      <div className="console__primary">
        <ButtonLink id="suite" wide href={`#${END}`}>
          {t("polls:console.step.finish")}
        </ButtonLink>
      </div>
    );
  const coming = step.say === "show" || step.say === "next";
  const rank = snapshot.questions.findIndex(({ id }) => id === step.question.id) + 1;
  return (
    <div className="console__primary">
      <ActForm fields={step.fields} kind="primary" id="suite" wide>
        {t(`polls:console.step.${step.say}`)}
      </ActForm>
      {coming ? (
        <p className="meta">{t("polls:console.step.coming", { rank, title: text(step.question.title) })}</p>
      ) : null}
    </div>
  );
}
