import type { Results } from "~/modules/results";
import { DemonstrationNotice } from "~/ui/consultation/DemonstrationNotice";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/kit/Notice";

/** What one must know before reading the figures: made-up data, cells that only staff see, a crossing that is not shown. */
export function ResultsNotices({ results }: { results: Pick<Results, "consultation" | "filter" | "whole"> }) {
  const t = useT();
  const { consultation, filter, whole } = results;
  return (
    <>
      <DemonstrationNotice consultation={consultation} />
      {whole ? <Notice kind="warning">{t("results:intro.staff")}</Notice> : null}
      {!whole && filter.stakeholder && filter.channel ? (
        <Notice kind="warning" title={t("results:crossed.title")}>
          {t("results:crossed.text")}
        </Notice>
      ) : null}
    </>
  );
}
