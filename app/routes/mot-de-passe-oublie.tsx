import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { visitorOf } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { parseForm, refuseForm } from "~/http/forms.server";
import { addressSchema } from "~/modules/identity";
import { requestPasswordReset, sendsMail } from "~/modules/identity/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { EmailField } from "~/ui/identity/fields";
import { FormPage, MailNotice, MessagePage } from "~/ui/identity/FormPage";
import { useForm } from "~/ui/form";
import { ButtonLink } from "~/ui/kit/Button";
import { Cluster } from "~/ui/kit/Layout";

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export function loader({ context }: LoaderFunctionArgs) {
  const sent = context.url.searchParams.get("envoye") === "1";
  const title = getT(context.locale)(sent ? "identity:forgotten.sentTitle" : "identity:forgotten.title");
  return { head: { title }, sent, mailWaits: !sendsMail() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const form = await parseForm(request, addressSchema);
    if (!form.ok) return refuseForm(form);
    await context.limit("sign-up", `reset ${form.value.email}`);
    await requestPasswordReset(form.value.email, visitorOf(context));
    return redirect("/mot-de-passe-oublie?envoye=1", 303);
  });
}

export default function ForgottenPassword() {
  const t = useT();
  const { sent, mailWaits } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useForm(answer);
  if (sent && !answer) {
    return (
      <MessagePage title={t("identity:forgotten.sentTitle")}>
        <p role="status">{t("identity:forgotten.sent")}</p>
        <MailNotice waits={mailWaits} />
        <p>{t("identity:signUpSent.nothing")}</p>
        <Cluster>
          <ButtonLink href="/mot-de-passe-oublie" kind="quiet">
            {t("identity:signUpSent.again")}
          </ButtonLink>
          <ButtonLink href="/connexion" kind="plain">
            {t("identity:signIn.title")}
          </ButtonLink>
        </Cluster>
      </MessagePage>
    );
  }
  return (
    <FormPage
      title={t("identity:forgotten.title")}
      lead={t("identity:forgotten.lead")}
      form={form}
      action="/mot-de-passe-oublie"
      submit={t("identity:forgotten.submit")}
      after={
        <p>
          <a className="page-link" href="/connexion">
            {t("identity:signIn.title")}
          </a>
        </p>
      }
    >
      <EmailField form={form} />
    </FormPage>
  );
}
