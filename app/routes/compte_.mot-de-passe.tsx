import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn, visitorOf } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { parseForm, refuseError, refuseForm } from "~/http/forms.server";
import { passwordChangeSchema } from "~/modules/identity";
import { changePassword, confirmPassword } from "~/modules/identity/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { CurrentPasswordField, NewPasswordField } from "~/ui/identity/fields";
import { FormPage } from "~/ui/identity/FormPage";
import { useForm } from "~/ui/form";

export const handle = { script: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export async function loader({ context }: LoaderFunctionArgs) {
  const { email } = await accountOrSignIn(context);
  return { head: { title: getT(context.locale)("identity:password.title"), hidden: true }, email };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const actor = await accountOrSignIn(context);
    const form = await parseForm(request, passwordChangeSchema);
    if (!form.ok) return refuseForm(form);
    try {
      await context.limit("sign-in", actor.email);
      const proven = await confirmPassword(actor, form.value.currentPassword);
      context.startSession(await changePassword(proven, form.value, visitorOf(context)));
      return redirect("/compte?mot-de-passe=1", 303);
    } catch (error) {
      return refuseError(error, {}, "currentPassword");
    }
  });
}

export default function ChangePassword() {
  const t = useT();
  const { email } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>());
  return (
    <FormPage
      title={t("identity:password.title")}
      lead={t("identity:reset.lead")}
      form={form}
      submit={t("identity:password.submit")}
      after={
        <p>
          <a className="page-link" href="/compte">
            {t("identity:password.cancel")}
          </a>
        </p>
      }
    >
      {/* For password managers, so that they know whose password changes. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden />
      <CurrentPasswordField form={form} />
      <NewPasswordField form={form} label="newPassword" />
    </FormPage>
  );
}
