import type { Consultation, Item, Phase } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { ClosingTime } from "~/ui/consultation/ClosingTime";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { Panel } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { tellChoices } from "./labels";
import { NotKept } from "./NotKept";
import { OpinionForm, type OpinionFormProps } from "./OpinionForm";

interface OpinionPanelProps extends OpinionFormProps {
  consultation: Pick<Consultation, "status" | "opensAt" | "closesAt" | "timeZone">;
  item: Pick<Item, "kind">;
  phase: Phase;
  now: Date;
  region: string | null;
  /** What has just been done. */
  done: "saved" | "withdrawn" | null;
}

/** "Votre avis": the form while it can be sent; else why it cannot, and what was typed meanwhile. */
export function OpinionPanel({ consultation, phase, now, region, done, ...form }: OpinionPanelProps) {
  const t = useT();
  const answered = form.form;
  const offered = form.parts.position || form.parts.stars || form.parts.comment;
  return (
    <Panel id="votre-avis" title={t("participation:panel.title")}>
      {done && answered.summary.length === 0 ? <Done done={done} /> : null}
      {phase === "open" && offered ? (
        <>
          <ErrorSummary title={t("participation:panel.problem")} errors={answered.summary} />
          <OpinionForm {...form} />
        </>
      ) : (
        <Closed phase={phase} {...form} />
      )}
      {phase === "open" ? (
        // The chip above the title tells the instant in the consultation's time.
        <ClosingTime consultation={consultation} now={now} region={region} only="elsewhere" />
      ) : (
        <ClosingTime consultation={consultation} now={now} region={region} />
      )}
    </Panel>
  );
}

function Done({ done }: { done: "saved" | "withdrawn" }) {
  const t = useT();
  return done === "saved" ? (
    <Notice kind="success" role="status" title={t("participation:panel.saved")}>
      {t("participation:panel.saved-more")}
    </Notice>
  ) : (
    <Notice kind="success" role="status">
      {t("participation:panel.withdrawn")}
    </Notice>
  );
}

function Closed({ phase, voice, form }: Pick<OpinionPanelProps, "phase" | "voice" | "form">) {
  const t = useT();
  const why = phase === "open" ? "not-offered" : phase;
  const said = voice && tellChoices(t, voice);
  const [refusal] = form.summary;
  return (
    <>
      {refusal ? (
        <>
          <Notice kind="error" role="alert" title={t("participation:late.title")}>
            {refusal.message}
          </Notice>
          <NotKept position={form.value("position")} stars={form.value("stars")} body={form.value("body")} />
        </>
      ) : (
        <Notice title={t(`participation:closed.${why}`)}>{t(`participation:closed.${why}-more`)}</Notice>
      )}
      {said ? <p>{t("participation:panel.yours", { said })}</p> : null}
    </>
  );
}
