import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { parseForm, refuseForm } from "~/http/forms.server";
import { profileSchema } from "~/modules/identity";
import { changeProfile } from "~/modules/participation/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { AccountSecurity } from "~/ui/identity/AccountSecurity";
import { ProfileFields } from "~/ui/identity/ProfileFields";
import { useForm } from "~/ui/form";
import { Button, ButtonLink } from "~/ui/kit/Button";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { Meta, Page, PageHead, Panel, Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

/** What has just been done, by the parameter that a redirect leaves. */
const DONE = { enregistre: "saved", bienvenue: "welcome", "mot-de-passe": "passwordSaved" } as const;

export async function loader({ context }: LoaderFunctionArgs) {
  const { email, displayName, region, stakeholder } = await accountOrSignIn(context);
  const done = Object.entries(DONE).find(([parameter]) => context.url.searchParams.has(parameter))?.[1];
  return {
    head: { title: getT(context.locale)("identity:account.title"), hidden: true },
    email,
    stored: { displayName, region, stakeholder },
    done,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const actor = await accountOrSignIn(context);
    const form = await parseForm(request, profileSchema);
    if (!form.ok) return refuseForm(form);
    await context.limit("post", String(actor.id));
    await changeProfile(actor, form.value);
    return redirect("/compte?enregistre=1", 303);
  });
}

export default function Account() {
  const t = useT();
  const { email, stored, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useForm(answer);
  return (
    <Page narrow>
      <Stack gap={6}>
        <PageHead title={t("identity:account.title")} meta={t("identity:account.signedInAs", { email })} />
        <ErrorSummary title={t("identity:problem")} errors={form.summary} />
        {done && !answer ? (
          <Notice kind="success" role="status">
            {t(`identity:account.${done}`)}{" "}
            {done === "welcome" ? <a href="/">{t("identity:account.welcomeNext")}</a> : null}
          </Notice>
        ) : null}
        <p>
          <ButtonLink href="/compte/contributions" kind="quiet">
            {t("identity:account.contributions")}
          </ButtonLink>
        </p>
        <Panel title={t("identity:account.profileTitle")}>
          <form method="post" action="/compte" noValidate>
            <ProfileFields form={form} stored={stored} />
            <Button wide>{t("identity:account.profileSubmit")}</Button>
            <Meta>{t("identity:account.profileNote")}</Meta>
          </form>
        </Panel>
        <AccountSecurity />
      </Stack>
    </Page>
  );
}
