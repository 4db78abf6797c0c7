import type { RegionResults } from "~/modules/results";
import { useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { resultsHref } from "./labels";

/** In place of a region's figures when none may be shown: why, said once, and where figures are. */
export function AllHidden({
  results: { consultation, threshold },
}: {
  results: Pick<RegionResults, "consultation" | "threshold">;
}) {
  const t = useT();
  return (
    <EmptyState
      title={t("results:region.all-hidden.title")}
      action={
        <a className="page-link" href={resultsHref(consultation)}>
          {t("results:region.all-hidden.action")}
        </a>
      }
    >
      {t("results:region.all-hidden.text", { threshold })}
    </EmptyState>
  );
}
