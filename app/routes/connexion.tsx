import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { parseFields, readFields, refuseError, refuseForm } from "~/http/forms.server";
import { openSession, PENDING_COOKIE } from "~/http/open-session.server";
import { sameSitePath } from "~/http/same-site";
import { signInSchema } from "~/modules/identity";
import { signIn } from "~/modules/identity/index.server";
import { pendingKind, submitPending } from "~/modules/participation/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { CurrentPasswordField, EmailField } from "~/ui/identity/fields";
import { FormPage, PendingNotice } from "~/ui/identity/FormPage";
import { useForm } from "~/ui/form";
import { Hidden } from "~/ui/kit/Hidden";

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export async function loader({ context }: LoaderFunctionArgs) {
  const next = sameSitePath(context.url.searchParams.get("suite"));
  const { kind } = await context.actor();
  if (kind === "account") throw redirect(next ?? "/compte", 303);
  return {
    head: { title: getT(context.locale)("identity:signIn.title") },
    pending: await pendingKind(context.cookie(PENDING_COOKIE)),
    next,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const fields = await readFields(request);
    const next = sameSitePath(fields.suite);
    const form = parseFields(fields, signInSchema);
    if (!form.ok) return refuseForm(form);
    try {
      await context.limit("sign-in", form.value.email);
      const session = await signIn(form.value);
      return await openSession(context, session, { next: next ?? "/", submit: submitPending });
    } catch (error) {
      return refuseError(error, { email: form.value.email, suite: next ?? "" });
    }
  });
}

export default function SignIn() {
  const t = useT();
  const { pending, next } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>());
  return (
    <FormPage
      title={t("identity:signIn.title")}
      form={form}
      action="/connexion"
      submit={t("identity:signIn.submit")}
      before={<PendingNotice pending={pending} />}
      after={
        <>
          <p>
            <a className="page-link" href="/mot-de-passe-oublie">
              {t("identity:signIn.forgotten")}
            </a>
          </p>
          <p>
            {t("identity:signIn.none")} <a href="/inscription">{t("identity:signUp.title")}</a>
          </p>
        </>
      }
    >
      <Hidden fields={{ suite: form.value("suite", next ?? "") }} />
      <EmailField form={form} autoComplete="username" />
      <CurrentPasswordField form={form} name="password" label="password" />
    </FormPage>
  );
}
