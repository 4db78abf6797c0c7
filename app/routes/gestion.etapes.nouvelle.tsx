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
import { readStageForm } from "~/modules/stages";
import { createStage, listManagedStages } from "~/modules/stages/index.server";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Trail } from "~/ui/kit/Trail";
import { fieldLabel } from "~/ui/stages/labels";
import { StageForm } from "~/ui/stages/StageForm";
import { useForm } from "~/ui/form";

export function loader({ context }: LoaderFunctionArgs) {
  return handled(async () => {
    const groups = await listManagedStages(await accountOrSignIn(context));
    const head: Head = { title: getT(context.locale)("stages:new.title"), hidden: true };
    const consultations = groups.map(({ consultation: { slug, title } }) => ({ slug, title }));
    return {
      head,
      consultations,
      chosen: context.url.searchParams.get("concertation") ?? consultations[0]?.slug ?? "",
    };
  });
}

export function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const fields = await readFields(request);
    const form = readStageForm(fields);
    if (!form.ok) return refuseForm({ errors: form.errors, values: fields });
    const consultation = String(fields.consultation ?? "");
    try {
      const slug = await createStage(await context.actor(), consultation, form.value);
      return redirect(`/gestion/etapes/${consultation}/${slug}?enregistre=1`, 303);
    } catch (error) {
      return refuseError(error, fields, "consultation");
    }
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function NewStage() {
  const t = useT();
  const { head, consultations, chosen } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>(), {
    labelOf: (field) => fieldLabel(t, field),
    stored: { consultation: chosen, time: "14:00" },
  });
  return (
    <Page>
      <Trail
        label={t("consultation:trail")}
        steps={[{ label: t("stages:list.title"), href: "/gestion/etapes" }, { label: head.title }]}
      />
      <Stack gap={5}>
        <ErrorSummary title={t("stages:problem")} errors={form.summary} />
        <PageHead title={head.title} />
        <StageForm form={form} submit={t("stages:new.submit")} consultations={consultations} />
      </Stack>
    </Page>
  );
}
