import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { refusedForm } from "~/http/answers.server";
import { handled } from "~/http/errors.server";
import { openSession } from "~/http/open-session.server";
import { confirmSignUp } from "~/modules/identity/index.server";
import { submitPending } from "~/modules/participation/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { FormPage, MessagePage } from "~/ui/identity/FormPage";
import { useAnswer } from "~/ui/identity/useAnswer";
import { ButtonLink } from "~/ui/kit/Button";
import { Cluster } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);
// The address holds a secret. Not `no-referrer`: with it a browser says `Origin: null`, and our own form is refused.
export const headers = () => ({ "Referrer-Policy": "strict-origin", "Cache-Control": "no-store" });

export function loader({ context }: LoaderFunctionArgs) {
  return { head: { title: getT(context.locale)("identity:confirm.title"), hidden: true } };
}

/** By a button, never by the link alone: filters of mail servers open links before people do. */
export async function action({ context }: ActionFunctionArgs) {
  return handled(async () => {
    try {
      const { session, pending } = await confirmSignUp(context.url.searchParams.get("jeton") ?? "");
      return await openSession(context, session, { next: "/compte?bienvenue=1", submit: submitPending, pending });
    } catch (error) {
      return refusedForm(error, {});
    }
  });
}

export default function Confirm() {
  const t = useT();
  const answer = useActionData<typeof action>();
  const form = useAnswer(answer);
  if (!answer) {
    return <FormPage title={t("identity:confirm.title")} lead={t("identity:confirm.text")} form={form} submit={t("identity:confirm.submit")} />;
  }
  return (
    <MessagePage title={t("identity:confirm.failed")}>
      <Notice kind="error" role="alert">{form.error("")}</Notice>
      <Cluster>
        <ButtonLink href="/connexion">{t("identity:signIn.title")}</ButtonLink>
        <ButtonLink href="/inscription" kind="quiet">{t("identity:confirm.startAgain")}</ButtonLink>
        <ButtonLink href="/mot-de-passe-oublie" kind="plain">{t("identity:signIn.forgotten")}</ButtonLink>
      </Cluster>
    </MessagePage>
  );
}
