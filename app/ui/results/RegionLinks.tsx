import type { Consultation } from "~/modules/consultation";
import { REGION_CODES } from "~/modules/identity";
import { useT } from "~/ui/i18n";
import { Cluster, Stack } from "~/ui/kit/Layout";
import { regionHref, regionName, resultsHref } from "./labels";

/** From one region to the others, and back to all of them. */
export function RegionLinks({
  consultation,
  region,
}: {
  consultation: Pick<Consultation, "slug">;
  region: string;
}) {
  const t = useT();
  return (
    <Stack as="section" gap={3} labelledBy="regions">
      <h2 id="regions">{t("results:region.others")}</h2>
      <Cluster as="ul" gap={4}>
        {REGION_CODES.filter((code) => code !== region).map((code) => (
          <li key={code}>
            <a className="page-link" href={regionHref(consultation, code)}>
              {regionName(t, code)}
            </a>
          </li>
        ))}
      </Cluster>
      <p>
        <a className="page-link" href={resultsHref(consultation)}>
          {t("results:region.all")}
        </a>
      </p>
    </Stack>
  );
}
