import { phaseAt, type Snapshot } from "~/modules/live";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { ActForm, consoleHref } from "./ActForm";
import { nextStep } from "./next-step";

/** Seconds that an organiser may give for answering. */
const LIMITS = [30, 60, 120] as const;

/** What may be done besides the next step. Each act names its question: two organisers who press at once do it once. */
export function OtherActs({ snapshot, now }: { snapshot: Snapshot; now: number }) {
  const t = useT();
  const { code, current, blank } = snapshot;
  if (!current) return null;
  const { ref, revealed } = current.question;
  const phase = phaseAt(snapshot, now);
  const primary = nextStep(snapshot, now).say;
  const open = phase === "open";
  return (
    <div className="console__others">
      <div className="console__row">
        {revealed ? <ActForm code={code} fields={{ act: "hide", question: ref }}>{t("room:acts.hide")}</ActForm> : null}
        {!revealed && primary !== "reveal" ? <ActForm code={code} fields={{ act: "reveal", question: ref }}>{t("room:acts.reveal")}</ActForm> : null}
        {phase === "closed" || (phase === "ready" && revealed) ? <ActForm code={code} fields={{ act: "open", question: ref, seconds: "0" }}>{t("room:acts.reopen")}</ActForm> : null}
        <ActForm code={code} fields={{ act: blank ? "unblank" : "blank" }} id="ecran-noir">{t(blank ? "room:acts.unblank" : "room:acts.blank")}</ActForm>
        <ButtonLink kind="quiet" href={`${consoleHref(code)}?remettre=${encodeURIComponent(ref)}`}>{t("room:acts.reset")}</ButtonLink>
      </div>
      {phase === "closed" ? null : (
        <div className="console__row" role="group" aria-label={t("room:acts.limit")}>
          <span className="meta" aria-hidden="true">{t(open ? "room:acts.limit" : "room:acts.open-for")}</span>
          {LIMITS.map((seconds) => (
            <ActForm key={seconds} code={code} fields={open ? { act: "limit", seconds: String(seconds) } : { act: "open", question: ref, seconds: String(seconds) }}>
              {t(`room:acts.seconds-${seconds}`)}
            </ActForm>
          ))}
          {open && snapshot.closesAt !== null ? <ActForm code={code} fields={{ act: "limit", seconds: "0" }}>{t("room:acts.no-limit")}</ActForm> : null}
        </div>
      )}
    </div>
  );
}
