import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { LEGAL_SLUGS } from "~/modules/consultation";
import { listConsultations } from "~/modules/consultation/index.server";
import { authorise, can } from "~/modules/identity";
import { listFailedJobs } from "~/modules/identity/index.server";
import { now } from "~/platform/clock";
import { getT } from "~/platform/i18n";
import { Content } from "~/ui/consultation/Content";
import { PhaseChip } from "~/ui/consultation/PhaseChip";
import { headTags, type Head } from "~/ui/head";
import { useFormat, useT } from "~/ui/i18n";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { resultsHref } from "~/ui/results/labels";

export function loader({ context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await context.actor();
    authorise(actor, "staff.enter", "any");
    const head: Head = { title: getT(context.locale)("common:staff.title"), hidden: true };
    return {
      head,
      now: now(),
      consultations: await listConsultations(actor),
      texts: can(actor, "legal.edit", "all") ? LEGAL_SLUGS : [],
      organises: can(actor, "stage.manage", "any"),
      failedJobs: can(actor, "jobs.retry", "all") ? (await listFailedJobs(actor)).length : 0,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function Staff() {
  const t = useT();
  const { text } = useFormat();
  const { now, consultations, texts, organises, failedJobs } = useLoaderData<typeof loader>();
  return (
    <Page>
      <Stack gap={6}>
        <PageHead title={t("common:staff.title")}>
          <p>{t("common:staff.intro")}</p>
        </PageHead>
        {failedJobs > 0 ? (
          <Notice kind="warning" title={t("common:staff.jobs.waiting", { count: failedJobs })}>
            <a className="page-link" href="/gestion/taches">
              {t("common:staff.jobs.see")}
            </a>
          </Notice>
        ) : null}
        {organises ? (
          <Stack as="section" labelledBy="etapes" gap={3}>
            <h2 id="etapes">{t("stages:home.title")}</h2>
            <p>{t("stages:home.text")}</p>
            <div>
              <a className="page-link" href="/gestion/etapes">
                {t("stages:home.link")}
              </a>
            </div>
          </Stack>
        ) : null}
        <Stack as="section" labelledBy="chiffres" gap={3}>
          <h2 id="chiffres">{t("common:staff.figures")}</h2>
          <p>{t("common:staff.figures-text")}</p>
          {consultations.length === 0 ? (
            <p>{t("legal:map.none")}</p>
          ) : (
            <ul className="stages">
              {consultations.map((consultation) => (
                <li key={consultation.slug}>
                  <div>
                    <PhaseChip consultation={consultation} now={now} />
                  </div>
                  <a
                    className="page-link"
                    href={resultsHref(consultation)}
                    aria-label={t("common:staff.figures-of", { title: text(consultation.title) })}
                  >
                    <Content text={consultation.title} />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </Stack>
        {texts.length > 0 ? (
          <Stack as="section" labelledBy="textes" gap={3}>
            <h2 id="textes">{t("common:staff.texts")}</h2>
            <p>{t("common:staff.texts-text")}</p>
            <Stack as="ul" gap={1}>
              {texts.map((slug) => (
                <li key={slug}>
                  <a className="page-link" href={`/gestion/pages/${slug}`}>
                    {t("common:staff.edit-of", { title: t(`legal:${slug}.title`) })}
                  </a>
                </li>
              ))}
            </Stack>
          </Stack>
        ) : null}
      </Stack>
    </Page>
  );
}
