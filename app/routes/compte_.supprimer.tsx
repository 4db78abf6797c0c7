import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { parseForm, refuseError, refuseForm } from "~/http/forms.server";
import { deletionSchema } from "~/modules/identity";
import { confirmPassword } from "~/modules/identity/index.server";
import { leave } from "~/modules/participation/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { CurrentPasswordField } from "~/ui/identity/fields";
import { FormPage } from "~/ui/identity/FormPage";
import { SignedOut } from "~/ui/identity/SignedOut";
import { useForm } from "~/ui/form";

export const handle = { script: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export async function loader({ context }: LoaderFunctionArgs) {
  const { kind } = await context.actor();
  const done = kind === "anonymous" && context.url.searchParams.get("fait") === "1";
  if (!done) await accountOrSignIn(context);
  return {
    head: {
      title: getT(context.locale)(done ? "identity:deletion.doneTitle" : "identity:deletion.title"),
      hidden: true,
    },
    done,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const actor = await accountOrSignIn(context);
    const form = await parseForm(request, deletionSchema);
    if (!form.ok) return refuseForm(form);
    try {
      await context.limit("sign-in", actor.email);
      await leave(await confirmPassword(actor, form.value.currentPassword));
    } catch (error) {
      return refuseError(error, {}, "currentPassword");
    }
    context.endSession();
    return redirect("/compte/supprimer?fait=1", 303);
  });
}

export default function DeleteAccount() {
  const t = useT();
  const { done } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>());
  if (done)
    return <SignedOut title={t("identity:deletion.doneTitle")}>{t("identity:deletion.done")}</SignedOut>;
  return (
    <FormPage
      title={t("identity:deletion.title")}
      lead={
        <>
          {t("identity:deletion.what")} {t("identity:deletion.kept")}
        </>
      }
      form={form}
      action="/compte/supprimer"
      submit={t("identity:deletion.submit")}
      danger
      after={
        <p>
          <a className="page-link" href="/compte">
            {t("identity:password.cancel")}
          </a>
        </p>
      }
    >
      <p>{t("identity:deletion.confirm")}</p>
      <CurrentPasswordField form={form} />
    </FormPage>
  );
}
