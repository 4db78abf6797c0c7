import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { getTour } from "~/modules/polls/index.server";
import { now } from "~/platform/clock";
import { getT } from "~/platform/i18n";
import { ConsultationTrail } from "~/ui/consultation/ConsultationTrail";
import { Content } from "~/ui/consultation/Content";
import { DemonstrationNotice } from "~/ui/consultation/DemonstrationNotice";
import { consultationHref } from "~/ui/consultation/labels";
import { canonicalOf, headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { StageFacts } from "~/ui/stages/StageFacts";
import { TourRegions } from "~/ui/stages/TourRegions";
import { TourTotals } from "~/ui/stages/TourTotals";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await context.actor();
    const { consultation, stages } = await getTour(actor, params.slug ?? "");
    const t = getT(context.locale);
    const head: Head = {
      title: `${t("stages:tour.title")} · ${consultation.title}`,
      description: t("stages:tour.description"),
      canonical: canonicalOf(context.url),
    };
    return { head, now: now(), consultation, stages };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function Stages() {
  const t = useT();
  const { consultation, stages, now } = useLoaderData<typeof loader>();
  const home = `${consultationHref(consultation)}/etapes`;
  return (
    <Page>
      <ConsultationTrail consultation={consultation} here={t("stages:tour.title")} />
      <Stack gap={6}>
        <PageHead title={t("stages:tour.title")}>
          <p>{t("stages:tour.intro")}</p>
        </PageHead>
        <DemonstrationNotice consultation={consultation} about="stages" />
        {stages.length === 0 ? (
          <EmptyState title={t("stages:tour.empty.title")}>{t("stages:tour.empty.text")}</EmptyState>
        ) : (
          <>
            <TourTotals stages={stages} />
            <Stack as="section" labelledBy="by-date" gap={3}>
              <h2 id="by-date">{t("stages:tour.by-date")}</h2>
              <ol className="stages">
                {stages.map((stage) => (
                  <li key={stage.slug}>
                    <h3>
                      <a href={`${home}/${stage.slug}`}>
                        <Content text={stage.title} />
                      </a>
                    </h3>
                    <StageFacts stage={stage} now={now} short />
                  </li>
                ))}
              </ol>
            </Stack>
            <Stack as="section" labelledBy="by-region" gap={3}>
              <h2 id="by-region">{t("stages:tour.by-region")}</h2>
              <TourRegions stages={stages} home={home} />
            </Stack>
          </>
        )}
      </Stack>
    </Page>
  );
}
