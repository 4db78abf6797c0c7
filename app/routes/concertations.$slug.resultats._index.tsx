import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { readFilter } from "~/modules/results";
import { getResults } from "~/modules/results/index.server";
import { getT } from "~/platform/i18n";
import { ConsultationTrail } from "~/ui/consultation/ConsultationTrail";
import { canonicalOf, headTags, type Head } from "~/ui/head";
import { useFormat, useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { ItemDetails } from "~/ui/results/ItemDetails";
import { resultsHref } from "~/ui/results/labels";
import { OpenData } from "~/ui/results/OpenData";
import { ResultsFilters } from "~/ui/results/ResultsFilters";
import { ResultsHeat } from "~/ui/results/ResultsHeat";
import { ResultsNotices } from "~/ui/results/ResultsNotices";
import { WhoSpeaks } from "~/ui/results/WhoSpeaks";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const results = await getResults(
      await context.actor(),
      params.slug ?? "",
      readFilter(context.url.searchParams),
    );
    const t = getT(context.locale);
    const title = t(`results:title.${results.filter.kind}`);
    const head: Head = {
      title: t("results:head", { title, consultation: results.consultation.title }),
      description: t("results:description"),
      canonical: canonicalOf(context.url),
    };
    return { head, title, results };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function ResultsPage() {
  const t = useT();
  const { number } = useFormat();
  const { title, results } = useLoaderData<typeof loader>();
  const { consultation, filter, items, threshold, turnout, whole } = results;
  const people = t("results:participants", {
    count: turnout.participants,
    number: number(turnout.participants),
  });
  return (
    <Page>
      <ConsultationTrail consultation={consultation} here={t("results:here")} />
      <Stack gap={6}>
        <PageHead title={title}>
          <p>
            {t(`results:intro.measure.${filter.measure ?? "priority"}`)} {people}.{" "}
            {whole ? null : t("results:intro.threshold", { threshold })}
          </p>
        </PageHead>
        <ResultsNotices results={results} />
        <Stack>
          <ResultsFilters results={results} action={resultsHref(consultation)} />
          {items.length > 0 ? (
            <ResultsHeat results={results} />
          ) : (
            <EmptyState
              title={t("results:empty.title")}
              action={<a href={resultsHref(consultation)}>{t("results:filters.reset")}</a>}
            >
              {t("results:empty.text")}
            </EmptyState>
          )}
        </Stack>
        {items.length > 0 ? (
          <ItemDetails
            consultation={consultation}
            title={t(`results:detail.title.${filter.kind}`)}
            rows={items.map(({ item, total }) => ({ item, cell: total }))}
            threshold={threshold}
          />
        ) : null}
        <WhoSpeaks results={results} />
        <OpenData consultation={consultation} />
      </Stack>
    </Page>
  );
}
