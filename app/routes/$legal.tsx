import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { isLegalSlug } from "~/modules/consultation";
import { getLegalPage } from "~/modules/consultation/index.server";
import { can } from "~/modules/identity";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { tellInstant } from "~/ui/consultation/time";
import { canonicalOf, headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Prose } from "~/ui/kit/Prose";
import { renderMarkdown } from "~/ui/markdown/render.server";

/** /accessibilite, /mentions-legales, /donnees-personnelles: texts that a public site owes, as they were last edited. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const slug = params.legal;
    if (!isLegalSlug(slug)) throw new DomainError("not-found", "errors:page-not-found");
    const { locale } = context;
    const { body, updatedAt } = await getLegalPage(slug, locale);
    const t = getT(locale);
    const head: Head = {
      title: t(`legal:${slug}.title`),
      description: t(`legal:${slug}.description`),
      canonical: canonicalOf(context.url),
    };
    const updated =
      updatedAt &&
      t("legal:updated", {
        moment: tellInstant(updatedAt, { t, locale, now: now(), timeZone: "Europe/Paris" }),
      });
    const edit = can(await context.actor(), "legal.edit", "all") ? `/gestion/pages/${slug}` : null;
    return { head, html: renderMarkdown(body, 2), updated, edit };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function LegalText() {
  const t = useT();
  const { head, html, updated, edit } = useLoaderData<typeof loader>();
  return (
    <Page>
      <Stack gap={5}>
        <PageHead title={head.title} meta={updated} />
        <Prose html={html} />
        {edit ? (
          <div>
            <ButtonLink kind="quiet" href={edit}>
              {t("legal:edit")}
            </ButtonLink>
          </div>
        ) : null}
      </Stack>
    </Page>
  );
}
