import { STAKEHOLDERS, UNKNOWN } from "~/modules/identity";
import { useT } from "~/ui/i18n";
import { pollHref } from "./address";

/** Who answers, in one tap or not at all. It goes once it was said, or refused. */
export function Respondent({ code }: { code: string }) {
  const t = useT();
  return (
    <live-respondent code={code} saved={t("poll:respondent.saved")} failed={t("poll:sending.failed")}>
      <section className="poll-respondent" aria-labelledby="respondent">
        <h2 id="respondent">{t("poll:respondent.title")} <span className="field__mark">{t("participation:panel.optional")}</span></h2>
        <p className="meta">{t("poll:respondent.reason")}</p>
        <form method="post" action={pollHref(code)}>
          {STAKEHOLDERS.filter((value) => value !== UNKNOWN).map((value) => (
            <button key={value} className="poll-chip" name="stakeholder" value={value}>{t(`identity:stakeholders.${value}`)}</button>
          ))}
          <button className="poll-chip poll-chip--none" type="button" data-dismiss="" hidden>{t("poll:respondent.dismiss")}</button>
        </form>
      </section>
      <p role="status" className="meta" data-respondent-state="" />
    </live-respondent>
  );
}
