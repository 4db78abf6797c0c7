import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SIGN_UP_COOKIE, visitorOf } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { parseForm, refuseForm } from "~/http/forms.server";
import { PENDING_COOKIE } from "~/http/open-session.server";
import { signUpSchema } from "~/modules/identity";
import { sendsMail, signUp } from "~/modules/identity/index.server";
import { pendingKind } from "~/modules/participation/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { EmailField, NewPasswordField } from "~/ui/identity/fields";
import { FormPage, MailNotice, MessagePage, PendingNotice, type PendingKind } from "~/ui/identity/FormPage";
import { ProfileFields } from "~/ui/identity/ProfileFields";
import { useForm } from "~/ui/form";
import { ButtonLink } from "~/ui/kit/Button";
import { Cluster } from "~/ui/kit/Layout";

export const handle = { script: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export async function loader({ context }: LoaderFunctionArgs) {
  const { kind } = await context.actor();
  if (kind === "account") throw redirect("/compte", 303);
  const sent = context.url.searchParams.get("envoye") === "1";
  return {
    head: { title: getT(context.locale)(sent ? "identity:signUpSent.title" : "identity:signUp.title") },
    pending: await pendingKind(context.cookie(PENDING_COOKIE)),
    sent,
    mailWaits: !sendsMail(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const form = await parseForm(request, signUpSchema);
    if (!form.ok) return refuseForm(form);
    await context.limit("sign-up", form.value.email);
    const browser = await signUp(
      { ...form.value, pending: context.cookie(PENDING_COOKIE), browser: context.cookie(SIGN_UP_COOKIE) },
      visitorOf(context),
    );
    context.setCookie(SIGN_UP_COOKIE, browser, { maxAge: 24 * 3600 });
    return redirect("/inscription?envoye=1", 303);
  });
}

export default function SignUp() {
  const t = useT();
  const { pending, sent, mailWaits } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useForm(answer);
  if (sent && !answer) return <Sent pending={pending} mailWaits={mailWaits} />;
  return (
    <FormPage
      title={t("identity:signUp.title")}
      lead={t("identity:signUp.lead")}
      form={form}
      action="/inscription"
      submit={t("identity:signUp.submit")}
      before={<PendingNotice pending={pending} />}
      after={
        <>
          <p>
            {t("identity:signUp.privacy")}{" "}
            <a href="/donnees-personnelles">{t("identity:signUp.privacyLink")}</a>
          </p>
          <p>
            {t("identity:signUp.already")} <a href="/connexion">{t("identity:signIn.title")}</a>
          </p>
        </>
      }
    >
      <EmailField form={form} />
      <NewPasswordField form={form} />
      <ProfileFields form={form} />
    </FormPage>
  );
}

/** The same for every address, known or not. */
function Sent({ pending, mailWaits }: { pending: PendingKind; mailWaits: boolean }) {
  const t = useT();
  return (
    <MessagePage title={t("identity:signUpSent.title")}>
      <p role="status">{t("identity:signUpSent.text")}</p>
      <PendingNotice pending={pending} />
      <MailNotice waits={mailWaits} />
      <p>{t("identity:signUpSent.nothing")}</p>
      <Cluster>
        <ButtonLink href="/inscription" kind="quiet">
          {t("identity:signUpSent.again")}
        </ButtonLink>
        <ButtonLink href="/connexion" kind="plain">
          {t("identity:signIn.title")}
        </ButtonLink>
      </Cluster>
    </MessagePage>
  );
}
