import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SIGN_UP_COOKIE } from "~/http/account.server";
import type { AppContext } from "~/http/context.server";
import { handled } from "~/http/errors.server";
import { parseForm, refuseError, refuseForm } from "~/http/forms.server";
import { openSession } from "~/http/open-session.server";
import { confirmationSchema } from "~/modules/identity";
import { confirmationAsksPassword, confirmSignUp, deleteSignUp } from "~/modules/identity/index.server";
import { submitPending } from "~/modules/participation/index.server";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { CurrentPasswordField } from "~/ui/identity/fields";
import { FormPage, MessagePage } from "~/ui/identity/FormPage";
import { useForm } from "~/ui/form";
import { Button, ButtonLink } from "~/ui/kit/Button";
import { Cluster } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);
// The address holds a secret. Not `no-referrer`: with it a browser says `Origin: null`, and our own form is refused.
export const headers = () => ({ "Referrer-Policy": "strict-origin", "Cache-Control": "no-store" });

const tokenOf = ({ url }: AppContext): string => url.searchParams.get("jeton") ?? "";

export async function loader({ context }: LoaderFunctionArgs) {
  const deleted = context.url.searchParams.get("oubliee") === "1";
  return {
    head: {
      title: getT(context.locale)(deleted ? "identity:confirm.deleted" : "identity:confirm.title"),
      hidden: true,
    },
    deleted,
    asksPassword: await confirmationAsksPassword(tokenOf(context), context.cookie(SIGN_UP_COOKIE)),
  };
}

/** By a button, never by the link alone: filters of mail servers open links before people do. */
export async function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const form = await parseForm(request, confirmationSchema);
    const token = tokenOf(context);
    const browser = context.cookie(SIGN_UP_COOKIE);
    if (form.ok && form.value.intent === "delete") {
      await deleteSignUp(token);
      return redirect("/inscription/confirmer?oubliee=1", 303);
    }
    try {
      if (await confirmationAsksPassword(token, browser)) {
        if (!form.ok) return refuseForm(form);
        await context.limit("sign-in", token);
      }
      const { session, pending } = await confirmSignUp(token, {
        browser,
        password: form.ok ? form.value.password : undefined,
      });
      context.clearCookie(SIGN_UP_COOKIE);
      return await openSession(context, session, {
        next: "/compte?bienvenue=1",
        submit: submitPending,
        pending,
      });
    } catch (error) {
      const tryAgain =
        error instanceof DomainError && (error.code === "forbidden" || error.code === "too-many");
      return refuseError(error, {}, tryAgain ? "password" : "");
    }
  });
}

export default function Confirm() {
  const t = useT();
  const { deleted, asksPassword } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>());
  const failed = form.error("");
  if (failed) return <Failed why={failed} />;
  if (deleted) return <SignUpDeleted />;
  return (
    <FormPage
      title={t("identity:confirm.title")}
      lead={t(asksPassword ? "identity:confirm.elsewhere" : "identity:confirm.text")}
      form={form}
      submit={t("identity:confirm.submit")}
      after={asksPassword ? <DeleteSignUp /> : null}
    >
      {asksPassword ? <CurrentPasswordField form={form} name="password" label="signUpPassword" /> : null}
    </FormPage>
  );
}

function DeleteSignUp() {
  const t = useT();
  return (
    <form method="post">
      <p>{t("identity:confirm.notMe")}</p>
      <Button kind="quiet" name="intent" value="delete">
        {t("identity:confirm.delete")}
      </Button>
    </form>
  );
}

function SignUpDeleted() {
  const t = useT();
  return (
    <MessagePage title={t("identity:confirm.deleted")}>
      <p role="status">{t("identity:confirm.deletedText")}</p>
      <Cluster>
        <ButtonLink href="/inscription" kind="quiet">
          {t("identity:confirm.startAgain")}
        </ButtonLink>
      </Cluster>
    </MessagePage>
  );
}

function Failed({ why }: { why: string }) {
  const t = useT();
  return (
    <MessagePage title={t("identity:confirm.failed")}>
      <Notice kind="error" role="alert">
        {why}
      </Notice>
      <Cluster>
        <ButtonLink href="/connexion">{t("identity:signIn.title")}</ButtonLink>
        <ButtonLink href="/inscription" kind="quiet">
          {t("identity:confirm.startAgain")}
        </ButtonLink>
        <ButtonLink href="/mot-de-passe-oublie" kind="plain">
          {t("identity:signIn.forgotten")}
        </ButtonLink>
      </Cluster>
    </MessagePage>
  );
}
