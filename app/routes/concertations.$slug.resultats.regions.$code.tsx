import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { isSuppressed, readFilter } from "~/modules/results";
import { getRegionResults } from "~/modules/results/index.server";
import { now } from "~/platform/clock";
import { getT } from "~/platform/i18n";
import { ConsultationTrail } from "~/ui/consultation/ConsultationTrail";
import { canonicalOf, headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { Page, Stack } from "~/ui/kit/Layout";
import { AllHidden } from "~/ui/results/AllHidden";
import { ItemDetails } from "~/ui/results/ItemDetails";
import { regionHref, regionName, resultsHref } from "~/ui/results/labels";
import { OpenData } from "~/ui/results/OpenData";
import { RegionHead } from "~/ui/results/RegionHead";
import { RegionLinks } from "~/ui/results/RegionLinks";
import { RegionTable } from "~/ui/results/RegionTable";
import { ResultsFilters } from "~/ui/results/ResultsFilters";
import { ResultsNotices } from "~/ui/results/ResultsNotices";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const filter = readFilter(context.url.searchParams);
    const results = await getRegionResults(
      await context.actor(),
      params.slug ?? "",
      params.code ?? "",
      filter,
    );
    const t = getT(context.locale);
    const title = t("results:region.title", { region: regionName(t, results.region) });
    const head: Head = {
      title: t("results:head", { title, consultation: results.consultation.title }),
      description: t("results:description"),
      canonical: canonicalOf(context.url),
    };
    return { head, now: now(), results };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function RegionPage() {
  const t = useT();
  const { now, results } = useLoaderData<typeof loader>();
  const { consultation, region, items, threshold } = results;
  const told = items.some((row) => !isSuppressed(row.region));
  const action = regionHref(consultation, region);
  return (
    <Page>
      <ConsultationTrail
        consultation={consultation}
        steps={[{ label: t("results:here"), href: resultsHref(consultation) }]}
        here={regionName(t, region)}
      />
      <Stack gap={6}>
        <RegionHead results={results} now={now} />
        <ResultsNotices results={results} />
        <Stack>
          <ResultsFilters results={results} action={action} />
          {items.length === 0 ? (
            <EmptyState
              title={t("results:empty.title")}
              action={<a href={action}>{t("results:filters.reset")}</a>}
            >
              {t("results:empty.text")}
            </EmptyState>
          ) : told ? (
            <RegionTable results={results} />
          ) : (
            <AllHidden results={results} />
          )}
        </Stack>
        {items.length > 0 && told ? (
          <ItemDetails
            consultation={consultation}
            title={t("results:region.detail")}
            rows={items.map((row) => ({ item: row.item, cell: row.region }))}
            threshold={threshold}
          />
        ) : null}
        <RegionLinks consultation={consultation} region={region} />
        <OpenData consultation={consultation} />
      </Stack>
    </Page>
  );
}
