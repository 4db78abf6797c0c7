import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { PENDING_COOKIE } from "~/http/open-session.server";
import { signOut } from "~/modules/identity/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { FormPage } from "~/ui/identity/FormPage";
import { SignedOut } from "~/ui/identity/SignedOut";
import { useForm } from "~/ui/form";

export const handle = { script: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export async function loader({ context }: LoaderFunctionArgs) {
  const { kind } = await context.actor();
  const done = kind === "anonymous";
  return {
    head: {
      title: getT(context.locale)(done ? "identity:signOut.doneTitle" : "identity:signOut.title"),
      hidden: true,
    },
    done,
  };
}

export async function action({ context }: ActionFunctionArgs) {
  return handled(async () => {
    if (context.sessionToken) await signOut(context.sessionToken);
    context.endSession();
    // The next person at this device must not send what somebody else typed.
    if (context.cookie(PENDING_COOKIE)) context.clearCookie(PENDING_COOKIE);
    return redirect("/deconnexion", 303);
  });
}

export default function SignOut() {
  const t = useT();
  const { done } = useLoaderData<typeof loader>();
  const form = useForm(undefined);
  if (done)
    return <SignedOut title={t("identity:signOut.doneTitle")}>{t("identity:signOut.done")}</SignedOut>;
  return (
    <FormPage
      title={t("identity:signOut.title")}
      lead={t("identity:signOut.text")}
      form={form}
      submit={t("identity:signOut.submit")}
    />
  );
}
