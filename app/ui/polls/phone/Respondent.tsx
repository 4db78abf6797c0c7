import { STAKEHOLDERS, UNKNOWN } from "~/modules/identity";
import { useT } from "~/ui/i18n";
import { pollHref } from "./address";
import { RespondentRegion } from "./RespondentRegion";

/** Who answers, in one tap or not at all: the question goes once it was answered, or refused. Whence they do stays. */
export function Respondent({
  code,
  nameless,
  ...place
}: {
  code: string;
  /** Whether this has not been said yet. */
  nameless: boolean;
  /** INSEE code, or "unknown". */
  region: string;
  /** Whether the region is being chosen. */
  moving: boolean;
}) {
  const t = useT();
  const from = {
    from: t("polls:phone.respondent.from", { region: "{region}" }),
    unsaid: t("polls:phone.respondent.from-unsaid"),
  };
  return (
    <poll-respondent
      code={code}
      saved={t("polls:phone.respondent.saved")}
      failed={t("polls:phone.sending.failed")}
      {...from}
    >
      <div className="poll-respondent">
        {nameless ? (
          <section aria-labelledby="respondent" data-who="">
            <h2 id="respondent">
              {t("polls:phone.respondent.title")}{" "}
              <span className="field__mark">{t("participation:panel.optional")}</span>
            </h2>
            <p className="meta">{t("polls:phone.respondent.reason")}</p>
            <form method="post" action={pollHref(code)} className="poll-respondent__choices">
              {STAKEHOLDERS.filter((value) => value !== UNKNOWN).map((value) => (
                <button key={value} className="poll-chip" name="stakeholder" value={value}>
                  {t(`identity:stakeholders.${value}`)}
                </button>
              ))}
              <button className="poll-chip poll-chip--none" type="button" data-dismiss="" hidden>
                {t("polls:phone.respondent.dismiss")}
              </button>
            </form>
          </section>
        ) : null}
        <RespondentRegion code={code} {...place} />
        <p role="status" className="meta" data-respondent-state="" />
      </div>
    </poll-respondent>
  );
}
