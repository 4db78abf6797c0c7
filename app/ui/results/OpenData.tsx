import type { Consultation } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { Icon } from "~/ui/kit/Icon";
import { Cluster, Stack } from "~/ui/kit/Layout";
import { resultsHref } from "./labels";

/** Where the same figures can be taken away, and under what terms. */
export function OpenData({ consultation }: { consultation: Pick<Consultation, "slug"> }) {
  const t = useT();
  return (
    <Stack as="section" gap={3} labelledBy="donnees">
      <h2 id="donnees">{t("results:data.title")}</h2>
      <p>{t("results:data.text")}</p>
      <Cluster gap={5}>
        <a className="page-link" href={`${resultsHref(consultation)}.csv`}>
          <Icon name="download" /> {t("results:data.csv")}
        </a>
        <a className="page-link" href={`/api/v1${resultsHref(consultation)}`}>
          <Icon name="download" /> {t("results:data.json")}
        </a>
        <a
          className="page-link"
          href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
          rel="license"
        >
          {t("results:data.licence")}
        </a>
      </Cluster>
    </Stack>
  );
}
