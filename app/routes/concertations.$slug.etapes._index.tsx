import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { getRoadmap } from "~/modules/consultation/index.server";
import { listStages } from "~/modules/live/index.server";
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
import { StageFacts } from "~/ui/live/StageFacts";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await context.actor();
    const { consultation } = await getRoadmap(actor, params.slug ?? "");
    const t = getT(context.locale);
    const head: Head = {
      title: `${t("live:stages.title")} · ${consultation.title}`,
      description: t("live:stages.description"),
      canonical: canonicalOf(context.url),
    };
    return { head, now: now(), consultation, stages: await listStages(actor, consultation.slug) };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function Stages() {
  const t = useT();
  const { consultation, stages, now } = useLoaderData<typeof loader>();
  return (
    <Page>
      <ConsultationTrail consultation={consultation} here={t("live:stages.title")} />
      <Stack gap={6}>
        <PageHead title={t("live:stages.title")}>
          <p>{t("live:stages.intro")}</p>
        </PageHead>
        <DemonstrationNotice consultation={consultation} about="stages" />
        {stages.length === 0 ? <EmptyState title={t("live:stages.empty.title")}>{t("live:stages.empty.text")}</EmptyState> : (
          <ul className="stages">
            {stages.map((stage) => (
              <li key={stage.slug}>
                <h2><a href={`${consultationHref(consultation)}/etapes/${stage.slug}`}><Content text={stage.title} /></a></h2>
                <StageFacts stage={stage} now={now} short />
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Page>
  );
}
