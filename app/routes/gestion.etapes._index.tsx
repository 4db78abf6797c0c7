import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { spacedCode } from "~/modules/polls";
import { listManagedPolls } from "~/modules/polls/index.server";
import { now } from "~/platform/clock";
import { getT } from "~/platform/i18n";
import { PhaseChip } from "~/ui/consultation/PhaseChip";
import { headTags, type Head } from "~/ui/head";
import { useFormat, useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { EmptyState } from "~/ui/kit/EmptyState";
import { Meta, Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { Trail } from "~/ui/kit/Trail";
import { manageHref } from "~/ui/stages/labels";
import { StageWhen } from "~/ui/stages/StageFacts";

export function loader({ context }: LoaderFunctionArgs) {
  return handled(async () => {
    const groups = await listManagedPolls(await accountOrSignIn(context));
    const head: Head = { title: getT(context.locale)("stages:list.title"), hidden: true };
    return { head, now: now(), groups, deleted: context.url.searchParams.has("supprimee") };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function ManagedStages() {
  const t = useT();
  const { text } = useFormat();
  const { groups, deleted, now } = useLoaderData<typeof loader>();
  return (
    <Page>
      <Trail
        label={t("consultation:trail")}
        steps={[{ label: t("common:staff.title"), href: "/gestion" }, { label: t("stages:list.title") }]}
      />
      <Stack gap={6}>
        <PageHead title={t("stages:list.title")}>
          <p>{t("stages:list.intro")}</p>
        </PageHead>
        {deleted ? (
          <Notice kind="success" role="status">
            {t("stages:list.deleted")}
          </Notice>
        ) : null}
        {groups.length === 0 ? <EmptyState title={t("stages:list.no-consultation")} /> : null}
        {groups.map(({ consultation, stages }) => (
          <Stack as="section" gap={3} key={consultation.slug} labelledBy={`c-${consultation.slug}`}>
            <div>
              <PhaseChip consultation={consultation} now={now} />
            </div>
            <h2 id={`c-${consultation.slug}`}>{text(consultation.title)}</h2>
            {stages.length === 0 ? (
              <p>{t("stages:list.none")}</p>
            ) : (
              <ul className="stages">
                {stages.map((stage) => (
                  <li key={stage.slug}>
                    <h3>
                      <a className="page-link" href={manageHref({ consultation, stage })}>
                        {text(stage.title)}
                      </a>
                    </h3>
                    <Meta>
                      <StageWhen stage={stage} now={now} /> · {stage.city}
                      {" · "}
                      {stage.code
                        ? t("stages:list.code", { code: spacedCode(stage.code) })
                        : t("stages:list.no-poll")}
                    </Meta>
                  </li>
                ))}
              </ul>
            )}
            <div>
              <ButtonLink kind="quiet" href={`/gestion/etapes/nouvelle?concertation=${consultation.slug}`}>
                {t("stages:list.new")}
                <span className="visually-hidden"> : {text(consultation.title)}</span>
              </ButtonLink>
            </div>
          </Stack>
        ))}
      </Stack>
    </Page>
  );
}
