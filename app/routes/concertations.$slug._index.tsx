import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { resultsVisible, treeOf } from "~/modules/consultation";
import { getRoadmap, plainText, shorten } from "~/modules/consultation/index.server";
import { listStages } from "~/modules/stages/index.server";
import { myProgress } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { AxisFilter } from "~/ui/consultation/AxisFilter";
import { ConsultationAside } from "~/ui/consultation/ConsultationAside";
import { ConsultationHead } from "~/ui/consultation/ConsultationHead";
import { ConsultationTrail } from "~/ui/consultation/ConsultationTrail";
import { Contents } from "~/ui/consultation/Contents";
import { consultationHref } from "~/ui/consultation/labels";
import { ProjectSearch } from "~/ui/consultation/ProjectSearch";
import { RoadmapTree } from "~/ui/consultation/RoadmapTree";
import { canonicalOf, headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { Page, Stack } from "~/ui/kit/Layout";
import { Prose } from "~/ui/kit/Prose";
import { renderMarkdown } from "~/ui/markdown/render.server";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await context.actor();
    const { consultation, items } = await getRoadmap(actor, params.slug ?? "");
    const [voiced, stages] = await Promise.all([
      myProgress(actor, consultation.id),
      listStages(actor, consultation.slug),
    ]);
    const at = now();
    const head: Head = {
      title: consultation.title,
      description: shorten(plainText(consultation.tagline ?? consultation.summary), 160),
      canonical: canonicalOf(context.url),
      hidden: consultation.status === "draft",
    };
    return {
      head,
      now: at,
      consultation,
      summary: renderMarkdown(consultation.summary),
      tree: treeOf(items),
      axis: context.url.searchParams.get("axe") || null,
      signedIn: actor.kind === "account",
      region: actor.kind === "account" ? actor.region : null,
      voiced,
      stages: stages.length,
      results: resultsVisible(actor, consultation, at),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function ConsultationPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { consultation, tree, axis } = page;
  const shown = axis ? tree.filter(({ item }) => item.ref === axis) : tree;
  const voiced = new Set(page.voiced);
  const home = consultationHref(consultation);
  return (
    <Page>
      <ConsultationTrail consultation={consultation} />
      <Stack gap={6}>
        <div className="overview">
          <ConsultationHead consultation={consultation} now={page.now} />
          <div className="overview__aside stack gap-4">
            <ConsultationAside {...page} voiced={voiced} />
          </div>
          {page.summary ? (
            <div className="overview__summary">
              <Prose html={page.summary} lang="fr" />
            </div>
          ) : null}
        </div>
        {tree.length === 0 ? (
          <EmptyState title={t("consultation:page.empty.title")}>
            {t("consultation:page.empty.text")}
          </EmptyState>
        ) : null}
        <Stack gap={3}>
          <div className="overview__tools">
            <ProjectSearch consultation={consultation} />
            <AxisFilter consultation={consultation} nodes={tree} axis={axis} />
          </div>
          <Contents nodes={shown} />
        </Stack>
        {tree.length > 0 && shown.length === 0 ? (
          <EmptyState
            title={t("consultation:page.unknown-axis.title")}
            action={<a href={home}>{t("consultation:page.unknown-axis.action")}</a>}
          />
        ) : null}
        <RoadmapTree consultation={consultation} nodes={shown} voiced={voiced} />
      </Stack>
    </Page>
  );
}
