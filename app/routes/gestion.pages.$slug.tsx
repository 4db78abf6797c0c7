import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { handled } from "~/http/errors.server";
import { parseForm, refuseForm } from "~/http/forms.server";
import { isLegalSlug, LEGAL_LIMIT, legalBodySchema, type LegalSlug } from "~/modules/consultation";
import { getLegalPage, saveLegalPage } from "~/modules/consultation/index.server";
import { authorise } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { getT, isLocale, LOCALES, type Locale } from "~/platform/i18n";
import { useForm } from "~/ui/form";
import { headTags, type Head } from "~/ui/head";
import { useFormat, useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { fieldId } from "~/ui/kit/Control";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { Hidden } from "~/ui/kit/Hidden";
import { Cluster, Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { TextArea } from "~/ui/kit/TextArea";

const form = z.object({ locale: z.enum(LOCALES), body: legalBodySchema });

async function editable({
  params,
  context,
}: Pick<LoaderFunctionArgs, "params" | "context">): Promise<LegalSlug> {
  authorise(await context.actor(), "legal.edit", "all");
  if (!isLegalSlug(params.slug)) throw new DomainError("not-found", "errors:page-not-found");
  return params.slug;
}

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const slug = await editable({ params, context });
    const asked = context.url.searchParams.get("langue");
    const locale: Locale = isLocale(asked) ? asked : context.locale;
    const t = getT(context.locale);
    const head: Head = { title: t("legal:editing.title", { title: t(`legal:${slug}.title`) }), hidden: true };
    const saved = context.url.searchParams.has("enregistre");
    return { head, slug, locale, saved, body: (await getLegalPage(slug, locale)).body };
  });
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () => {
    const slug = await editable({ params, context });
    const parsed = await parseForm(request, form);
    if (!parsed.ok) return refuseForm(parsed);
    await saveLegalPage(await context.actor(), { slug, ...parsed.value });
    return redirect(`/gestion/pages/${slug}?langue=${parsed.value.locale}&enregistre=1`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => headTags(page?.head);

export default function EditLegalText() {
  const t = useT();
  const { number } = useFormat();
  const { head, slug, locale, saved, body } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const shown = useForm(refused, { stored: { body } });
  const error = refused?.errors.body?.[0]?.reason;
  const message =
    error &&
    t(error === "consultation:input.too-long" ? "legal:editing.too-long" : "errors:field", {
      max: number(LEGAL_LIMIT),
    });
  const other = locale === "fr" ? "en" : "fr";
  return (
    <Page>
      <Stack gap={5}>
        {message ? (
          <ErrorSummary title={t("legal:editing.refused")} errors={[{ id: fieldId("body"), message }]} />
        ) : null}
        <PageHead title={head.title}>
          <p>
            {t("legal:editing.locale", {
              language: t(locale === "fr" ? "legal:editing.french" : "legal:editing.english"),
            })}
          </p>
          <Cluster>
            <a className="page-link" href={`/${slug}?lang=${locale}`}>
              {t("legal:editing.see")}
            </a>
            <a className="page-link" href={`/gestion/pages/${slug}?langue=${other}`}>
              {t(other === "fr" ? "legal:editing.other-french" : "legal:editing.other-english")}
            </a>
          </Cluster>
        </PageHead>
        {saved && !refused ? (
          <Notice kind="success" role="status">
            {t("legal:editing.saved")}
          </Notice>
        ) : null}
        <form method="post" className="stack gap-4" action={`/gestion/pages/${slug}?langue=${locale}`}>
          <Hidden fields={{ locale }} />
          <TextArea
            name="body"
            label={t("legal:editing.body")}
            hint={t("legal:editing.hint")}
            rows={24}
            lang={locale}
            error={message}
            defaultValue={shown.value("body")}
          />
          <div>
            <Button>{t("legal:editing.save")}</Button>
          </div>
        </form>
      </Stack>
    </Page>
  );
}
