import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { openPollOf, publicResults } from "~/modules/polls/index.server";
import { getStage, listStages } from "~/modules/stages/index.server";
import { now } from "~/platform/clock";
import type { Key } from "~/platform/i18n";
import { ConsultationTrail } from "~/ui/consultation/ConsultationTrail";
import { Content } from "~/ui/consultation/Content";
import { DemonstrationNotice } from "~/ui/consultation/DemonstrationNotice";
import { consultationHref } from "~/ui/consultation/labels";
import { canonicalOf, headTags, type Head } from "~/ui/head";
import { useLocale, useT } from "~/ui/i18n";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Pager } from "~/ui/kit/Pager";
import { Prose } from "~/ui/kit/Prose";
import { OpenPoll } from "~/ui/polls/OpenPoll";
import { ItemTestimonies } from "~/ui/stages/ItemTestimonies";
import { StageFacts } from "~/ui/stages/StageFacts";
import { StageResults } from "~/ui/polls/StageResults";
import { renderMarkdown } from "~/ui/markdown/render.server";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await context.actor();
    const slug = params.slug ?? "";
    const [page, stages] = await Promise.all([
      getStage(actor, slug, params.stage ?? ""),
      listStages(actor, slug),
    ]);
    const rank = stages.findIndex(({ id }) => id === page.stage.id);
    const head: Head = {
      title: page.stage.title,
      description: [page.stage.title, page.stage.city, ...page.stage.organisers].join(" · "),
      canonical: canonicalOf(context.url),
    };
    const at = now();
    const [poll, results] = await Promise.all([openPollOf(page.stage, at), publicResults(page.stage.id)]);
    const programme = page.stage.programme && renderMarkdown(page.stage.programme);
    return {
      ...page,
      head,
      poll,
      results,
      programme,
      now: at,
      previous: stages[rank - 1] ?? null,
      next: rank < 0 ? null : (stages[rank + 1] ?? null),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function StagePage() {
  const t = useT();
  const locale = useLocale();
  const { consultation, stage, groups, poll, results, programme, now, previous, next } =
    useLoaderData<typeof loader>();
  const home = `${consultationHref(consultation)}/etapes`;
  const step = (to: typeof previous, label: Key) =>
    to && { href: `${home}/${to.slug}`, label: t(label), title: <Content text={to.title} /> };
  return (
    <Page>
      <ConsultationTrail
        consultation={consultation}
        steps={[{ label: t("stages:tour.title"), href: home }]}
        here={<Content text={stage.title} />}
      />
      <Stack gap={6}>
        <PageHead title={<Content text={stage.title} />}>
          <StageFacts stage={stage} now={now} />
        </PageHead>
        {poll ? <OpenPoll poll={poll} region={stage.region} now={now} /> : null}
        <DemonstrationNotice consultation={consultation} about="stages" />
        {programme ? (
          <Stack as="section" labelledBy="programme" gap={3}>
            <h2 id="programme">{t("stages:stage.programme")}</h2>
            <Prose html={programme} lang={locale === "fr" ? undefined : "fr"} />
          </Stack>
        ) : null}
        {results.length > 0 ? (
          <Stack as="section" labelledBy="results" gap={5}>
            <h2 id="results">{t("polls:stage.title")}</h2>
            <StageResults consultation={consultation} results={results} />
          </Stack>
        ) : null}
        <Stack as="section" labelledBy="said" gap={5}>
          <h2 id="said">{t("stages:stage.said")}</h2>
          {groups.length === 0 ? <p>{t("stages:stage.silent")}</p> : null}
          {groups.map(({ item, testimonies }) => (
            <ItemTestimonies key={item.ref} {...{ consultation, item, testimonies }} />
          ))}
        </Stack>
        <Pager
          label={t("stages:stage.others")}
          previous={step(previous, "stages:stage.previous")}
          next={step(next, "stages:stage.next")}
        />
      </Stack>
    </Page>
  );
}
