import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { getItemTexts } from "~/modules/consultation/index.server";
import { now } from "~/platform/clock";
import { getT } from "~/platform/i18n";
import { ConsultationTrail } from "~/ui/consultation/ConsultationTrail";
import { itemHref, itemLabel } from "~/ui/consultation/labels";
import { VersionChange } from "~/ui/consultation/VersionChange";
import { VersionList } from "~/ui/consultation/VersionList";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const { consultation, item, ancestors, texts } = await getItemTexts(
      await context.actor(),
      params.slug ?? "",
      params.ref ?? "",
    );
    const t = getT(context.locale);
    const asked = texts.findIndex(
      ({ version }) => String(version) === context.url.searchParams.get("version"),
    );
    // The version that is shown, and the one that it replaced: versions come latest first.
    const shown = asked >= 0 && asked < texts.length - 1 ? asked : 0;
    const head: Head = {
      title: t("consultation:versions.title", { label: itemLabel(t, item) }),
      hidden: true,
    };
    return {
      head,
      now: now(),
      consultation,
      ancestors,
      item,
      change: texts.length > 1 ? { from: texts[shown + 1], to: texts[shown] } : null,
      versions: texts.map(({ version, replacedAt }) => ({ version, replacedAt })),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function Versions() {
  const t = useT();
  const { consultation, ancestors, item, change, versions, now } = useLoaderData<typeof loader>();
  const href = itemHref(consultation, item);
  return (
    <Page>
      <ConsultationTrail
        consultation={consultation}
        ancestors={ancestors}
        steps={[{ label: itemLabel(t, item), href }]}
        here={t("consultation:versions.here")}
      />
      <Stack gap={6}>
        <PageHead title={t("consultation:versions.title", { label: itemLabel(t, item) })}>
          <p>
            <a className="page-link" href={href}>
              {t("consultation:versions.back")}
            </a>
          </p>
        </PageHead>
        {change?.from && change.to ? (
          <>
            <VersionChange from={change.from} to={change.to} />
            <VersionList
              {...{ href: `${href}/versions`, versions, shown: change.to.version, item, now }}
              timeZone={consultation.timeZone}
            />
          </>
        ) : (
          <EmptyState title={t("consultation:versions.only.title")}>
            {t("consultation:versions.only.text")}
          </EmptyState>
        )}
      </Stack>
    </Page>
  );
}
