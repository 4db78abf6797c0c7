import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { refuseError } from "~/http/forms.server";
import { deleteUnansweredStage, isAnswered } from "~/modules/polls/index.server";
import { manageStage } from "~/modules/stages/index.server";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { Button, ButtonLink } from "~/ui/kit/Button";
import { Cluster } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { manageHref } from "~/ui/stages/labels";
import { ManageFrame } from "~/ui/stages/ManageFrame";
import { useForm } from "~/ui/form";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const { consultation, stage } = await manageStage(
      await accountOrSignIn(context),
      params.consultation ?? "",
      params.stage ?? "",
    );
    const head: Head = { title: getT(context.locale)("stages:delete.title"), hidden: true };
    return { head, consultation, stage, answered: await isAnswered(stage) };
  });
}

export function action({ params, context }: ActionFunctionArgs) {
  return handled(async () => {
    try {
      await deleteUnansweredStage(await context.actor(), params.consultation ?? "", params.stage ?? "");
    } catch (error) {
      return refuseError(error, {});
    }
    return redirect("/gestion/etapes?supprimee=1", 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function DeleteStage() {
  const t = useT();
  const { head, consultation, stage, answered } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>());
  const back = (
    <ButtonLink kind="quiet" href={manageHref({ consultation, stage })}>
      {t("stages:delete.back")}
    </ButtonLink>
  );
  return (
    <ManageFrame {...{ consultation, stage }} page="" title={head.title} errors={form.summary}>
      {answered ? (
        <>
          <Notice kind="warning">{t("stages:refusal.answered-stage")}</Notice>
          <div>{back}</div>
        </>
      ) : (
        <form method="post" className="stack gap-4">
          <p>{t("stages:delete.text")}</p>
          <Cluster>
            <Button kind="danger">{t("stages:delete.submit")}</Button>
            {back}
          </Cluster>
        </form>
      )}
    </ManageFrame>
  );
}
