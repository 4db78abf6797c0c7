import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { readFields, refuseError, refuseForm } from "~/http/forms.server";
import { readStageForm, stageFields } from "~/modules/stages";
import { changeStage, manageStage } from "~/modules/stages/index.server";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { fieldLabel, manageHref } from "~/ui/stages/labels";
import { ManageFrame } from "~/ui/stages/ManageFrame";
import { StageForm } from "~/ui/stages/StageForm";
import { useForm } from "~/ui/form";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const { consultation, stage } = await manageStage(
      await accountOrSignIn(context),
      params.consultation ?? "",
      params.stage ?? "",
    );
    const head: Head = { title: stage.title, hidden: true };
    return { head, consultation, stage, saved: context.url.searchParams.has("enregistre") };
  });
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () => {
    const [slug, stage] = [params.consultation ?? "", params.stage ?? ""];
    const fields = await readFields(request);
    const form = readStageForm(fields);
    if (!form.ok) return refuseForm({ errors: form.errors, values: fields });
    try {
      await changeStage(await context.actor(), slug, stage, form.value);
    } catch (error) {
      return refuseError(error, fields);
    }
    return redirect(`/gestion/etapes/${slug}/${stage}?enregistre=1`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function ManageStage() {
  const t = useT();
  const { consultation, stage, saved } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>(), {
    labelOf: (field) => fieldLabel(t, field),
    stored: stageFields(stage),
  });
  return (
    <ManageFrame {...{ consultation, stage, saved }} page="" errors={form.summary}>
      <StageForm form={form} submit={t("stages:save")} />
      <p>
        <a className="page-link" href={manageHref({ consultation, stage }, "supprimer")}>
          {t("stages:delete.link")}
        </a>
      </p>
    </ManageFrame>
  );
}
