import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { refuseError, refuseForm } from "~/http/forms.server";
import { importQuestionnaire } from "~/modules/polls/index.server";
import { manageStage } from "~/modules/stages/index.server";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Field } from "~/ui/kit/Field";
import { TextArea } from "~/ui/kit/TextArea";
import { ManageFrame } from "~/ui/stages/ManageFrame";
import { useForm } from "~/ui/form";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const { consultation, stage } = await manageStage(
      await accountOrSignIn(context),
      params.consultation ?? "",
      params.stage ?? "",
    );
    const head: Head = { title: getT(context.locale)("polls:import.title"), hidden: true };
    return { head, consultation, stage };
  });
}

/** What was sent: a file when one was chosen, else what was pasted. @throws DomainError "invalid" when it is no form. */
async function readPosted(request: Request): Promise<string> {
  const form = await request.formData().catch(() => {
    throw new DomainError("invalid", "errors:not-a-form");
  });
  const [file, text] = [form.get("file"), form.get("json")];
  if (file instanceof File && file.size > 0) return file.text();
  return typeof text === "string" ? text : "";
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () => {
    const place = [await context.actor(), params.consultation ?? "", params.stage ?? ""] as const;
    const text = await readPosted(request);
    const typed = { json: text };
    let json: unknown;
    try {
      json = JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
      const reason = text.trim() ? "polls:import.broken" : "polls:import.nothing";
      return refuseForm({ errors: { json: [{ reason, values: {} }] }, values: typed });
    }
    try {
      await importQuestionnaire(place, json);
    } catch (error) {
      return refuseError(error, typed, "json");
    }
    return redirect(`/gestion/etapes/${place[1]}/${place[2]}/questionnaire?enregistre=1`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function ImportQuestionnaire() {
  const t = useT();
  const { head, consultation, stage } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>(), { labelOf: () => t("polls:field.json") });
  return (
    <ManageFrame
      {...{ consultation, stage }}
      page="questionnaire"
      title={head.title}
      errors={form.summary}
      lead={<p>{t("polls:import.intro")}</p>}
    >
      <form method="post" encType="multipart/form-data" className="stage-form" noValidate>
        <Field name="file" type="file" accept=".json,application/json" label={t("polls:field.file")} />
        <TextArea
          name="json"
          label={t("polls:field.json")}
          hint={t("polls:import.hint")}
          error={form.error("json")}
          defaultValue={form.value("json")}
          rows={14}
          spellCheck={false}
          className="code-area"
        />
        <div>
          <Button>{t("polls:import.submit")}</Button>
        </div>
      </form>
    </ManageFrame>
  );
}
