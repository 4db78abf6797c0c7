import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { LEGAL_SLUGS, resultsVisible } from "~/modules/consultation";
import { getRoadmap, listConsultations } from "~/modules/consultation/index.server";
import { listStages } from "~/modules/stages/index.server";
import { now } from "~/platform/clock";
import { getT, type Ending } from "~/platform/i18n";
import { consultationHref } from "~/ui/consultation/labels";
import { SiteBranch, type Branch } from "~/ui/consultation/SiteBranch";
import { canonicalOf, headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";

export function loader({ context }: LoaderFunctionArgs) {
  return handled(async () => {
    const t = getT(context.locale);
    const actor = await context.actor();
    const at = now();
    const branches = await Promise.all(
      (await listConsultations(actor)).map(async (consultation): Promise<Branch> => {
        const [{ items }, stages] = await Promise.all([
          getRoadmap(actor, consultation.slug),
          listStages(actor, consultation.slug),
        ]);
        return {
          consultation,
          axes: items.filter(({ parentId }) => parentId === null),
          stages,
          results: resultsVisible(actor, consultation, at),
        };
      }),
    );
    const head: Head = {
      title: t("legal:map.title"),
      description: t("legal:map.description"),
      canonical: canonicalOf(context.url),
    };
    return { head, branches, signedIn: actor.kind === "account" };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function SiteMap() {
  const t = useT();
  const { branches, signedIn } = useLoaderData<typeof loader>();
  const account: [string, Ending<"legal:map.">][] = signedIn
    ? [["/compte", "account"]]
    : [
        ["/inscription", "sign-up"],
        ["/connexion", "sign-in"],
      ];
  return (
    <Page>
      <Stack gap={6}>
        <PageHead title={t("legal:map.title")} />
        <Stack as="section" labelledBy="map-consultations">
          <h2 id="map-consultations">{t("legal:map.consultations")}</h2>
          <ul className="site-map">
            <li>
              <a href="/">{t("legal:map.home")}</a>
            </li>
            {branches.map((branch) => (
              <SiteBranch key={consultationHref(branch.consultation)} {...branch} />
            ))}
          </ul>
          {branches.length === 0 ? <p>{t("legal:map.none")}</p> : null}
        </Stack>
        <Stack as="section" labelledBy="map-participate">
          <h2 id="map-participate">{t("legal:map.participate")}</h2>
          <ul className="site-map">
            {account.map(([href, key]) => (
              <li key={href}>
                <a href={href}>{t(`legal:map.${key}`)}</a>
              </li>
            ))}
          </ul>
        </Stack>
        <Stack as="section" labelledBy="map-about">
          <h2 id="map-about">{t("legal:map.about")}</h2>
          <ul className="site-map">
            {LEGAL_SLUGS.map((slug) => (
              <li key={slug}>
                <a href={`/${slug}`}>{t(`legal:${slug}.title`)}</a>
              </li>
            ))}
          </ul>
        </Stack>
      </Stack>
    </Page>
  );
}
