import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { visitorOf } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { parseForm, refuseError, refuseForm } from "~/http/forms.server";
import { openSession } from "~/http/open-session.server";
import { passwordResetSchema } from "~/modules/identity";
import { resetLinkStands, resetPassword } from "~/modules/identity/index.server";
import { submitPending } from "~/modules/participation/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { NewPasswordField } from "~/ui/identity/fields";
import { FormPage, MessagePage } from "~/ui/identity/FormPage";
import { useForm } from "~/ui/form";
import { ButtonLink } from "~/ui/kit/Button";
import { Notice } from "~/ui/kit/Notice";

export const handle = { script: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);
// The address holds a secret. Not `no-referrer`: with it a browser says `Origin: null`, and our own form is refused.
export const headers = () => ({ "Referrer-Policy": "strict-origin", "Cache-Control": "no-store" });

const tokenOf = (url: URL) => url.searchParams.get("jeton") ?? "";

export async function loader({ context }: LoaderFunctionArgs) {
  const stands = await resetLinkStands(tokenOf(context.url));
  return {
    head: {
      title: getT(context.locale)(stands ? "identity:reset.title" : "identity:reset.deadTitle"),
      hidden: true,
    },
    stands,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const form = await parseForm(request, passwordResetSchema);
    if (!form.ok) return refuseForm(form);
    try {
      const session = await resetPassword(tokenOf(context.url), form.value.password, visitorOf(context));
      return await openSession(context, session, { next: "/compte?mot-de-passe=1", submit: submitPending });
    } catch (error) {
      return refuseError(error, {});
    }
  });
}

export default function NewPassword() {
  const t = useT();
  const { stands } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>());
  if (!stands) {
    return (
      <MessagePage title={t("identity:reset.deadTitle")}>
        <Notice kind="error" role="alert">
          {t("identity:errors.resetLink")}
        </Notice>
        <p>
          <ButtonLink href="/mot-de-passe-oublie">{t("identity:reset.again")}</ButtonLink>
        </p>
      </MessagePage>
    );
  }
  return (
    <FormPage
      title={t("identity:reset.title")}
      lead={t("identity:reset.lead")}
      form={form}
      submit={t("identity:reset.submit")}
    >
      <NewPasswordField form={form} label="newPassword" />
    </FormPage>
  );
}
