import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { SEARCH_LIMIT } from "~/modules/consultation";
import { getRoadmap } from "~/modules/consultation/index.server";
import { searchConsultation } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { getT } from "~/platform/i18n";
import { ConsultationTrail } from "~/ui/consultation/ConsultationTrail";
import { DemonstrationNotice } from "~/ui/consultation/DemonstrationNotice";
import { ProjectSearch } from "~/ui/consultation/ProjectSearch";
import { SearchFindings } from "~/ui/consultation/SearchFindings";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { Meta, Page, PageHead, Stack } from "~/ui/kit/Layout";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await context.actor();
    const { consultation } = await getRoadmap(actor, params.slug ?? "");
    const query = (context.url.searchParams.get("q") ?? "").trim();
    const tooLong = query.length > SEARCH_LIMIT;
    const results =
      query === "" || tooLong
        ? null
        : await searchConsultation(
            actor,
            consultation.slug,
            query,
            Number(context.url.searchParams.get("page") ?? 1),
          );
    const t = getT(context.locale);
    const head: Head = {
      title:
        query && !tooLong ? t("consultation:search.page-title", { query }) : t("consultation:search.title"),
      hidden: true,
    };
    return data({ head, now: now(), consultation, query, tooLong, results }, tooLong ? 400 : 200);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => headTags(found?.head);

export default function Search() {
  const t = useT();
  const { consultation, query, tooLong, results, now } = useLoaderData<typeof loader>();
  return (
    <Page>
      <ConsultationTrail consultation={consultation} here={t("consultation:search.here")} />
      <Stack gap={5}>
        <PageHead title={t("consultation:search.title")} />
        {tooLong ? (
          <ErrorSummary
            title={t("errors:title.400")}
            errors={[{ id: "search", message: t("consultation:search.too-long", { max: SEARCH_LIMIT }) }]}
          />
        ) : null}
        <Stack gap={2}>
          <ProjectSearch consultation={consultation} value={query} />
          <Meta>{t("consultation:search.hint")}</Meta>
        </Stack>
        {results ? (
          <>
            <DemonstrationNotice consultation={consultation} />
            <SearchFindings {...{ consultation, query, results, now }} />
          </>
        ) : null}
      </Stack>
    </Page>
  );
}
