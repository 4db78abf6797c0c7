import { modeAt, phaseAt, type PollQuestion, type Snapshot } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { ActForm, consoleHref } from "./ActForm";
import { nextStep } from "./next-step";

/** Seconds that an organiser may give for answering. */
const LIMITS = [30, 60, 120] as const;

/**
 * What may be done besides the next step: the screens can always be made black, whatever is on. Each act names its
 * question: two organisers who press at once do it once.
 */
export function OtherActs({ snapshot, now }: { snapshot: Snapshot; now: number }) {
  const t = useT();
  const { blank, current } = snapshot;
  const question = modeAt(snapshot, now) === "room" ? current?.question : undefined;
  return (
    <div className="console__others">
      <div className="console__row">
        {question ? <OfQuestion {...{ snapshot, question, now }} /> : null}
        <ActForm fields={{ act: blank ? "unblank" : "blank" }} id="ecran-noir">
          {t(blank ? "polls:console.acts.unblank" : "polls:console.acts.blank")}
        </ActForm>
        {question ? (
          <ButtonLink
            kind="quiet"
            href={`${consoleHref(snapshot.code)}?remettre=${encodeURIComponent(question.ref)}`}
          >
            {t("polls:console.acts.reset")}
          </ButtonLink>
        ) : null}
      </div>
      {question && phaseAt(snapshot, now) !== "closed" ? <Limits {...{ snapshot, question, now }} /> : null}
    </div>
  );
}

interface OnScreen {
  snapshot: Snapshot;
  question: PollQuestion;
  now: number;
}

function OfQuestion({ snapshot, question: { ref, revealed }, now }: OnScreen) {
  const t = useT();
  const phase = phaseAt(snapshot, now);
  return (
    <>
      {revealed ? (
        <ActForm fields={{ act: "hide", question: ref }}>{t("polls:console.acts.hide")}</ActForm>
      ) : null}
      {!revealed && nextStep(snapshot, now).say !== "reveal" ? (
        <ActForm fields={{ act: "reveal", question: ref }}>{t("polls:console.acts.reveal")}</ActForm>
      ) : null}
      {phase === "closed" || (phase === "ready" && revealed) ? (
        <ActForm fields={{ act: "open", question: ref, seconds: "0" }}>
          {t("polls:console.acts.reopen")}
        </ActForm>
      ) : null}
    </>
  );
}

function Limits({ snapshot, question: { ref }, now }: OnScreen) {
  const t = useT();
  const open = phaseAt(snapshot, now) === "open";
  return (
    <div className="console__row" role="group" aria-label={t("polls:console.acts.limit")}>
      <span className="meta" aria-hidden="true">
        {t(open ? "polls:console.acts.limit" : "polls:console.acts.open-for")}
      </span>
      {LIMITS.map((seconds) => (
        <ActForm
          key={seconds}
          fields={
            open
              ? { act: "limit", seconds: String(seconds) }
              : { act: "open", question: ref, seconds: String(seconds) }
          }
        >
          {t(`polls:console.acts.seconds-${seconds}`)}
        </ActForm>
      ))}
      {open && snapshot.closesAt !== null ? (
        <ActForm fields={{ act: "limit", seconds: "0" }}>{t("polls:console.acts.no-limit")}</ActForm>
      ) : null}
    </div>
  );
}
