import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { readFields, refuseError, refuseForm } from "~/http/forms.server";
import { questionnaireTitle } from "~/modules/polls";
import { readForm } from "~/modules/stages";
import {
  manageQuestionnaire,
  moveQuestion,
  removeQuestion,
  renameQuestionnaire,
  startFromAxes,
  startFromStage,
} from "~/modules/polls/index.server";
import { listManagedPolls } from "~/modules/polls/index.server";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { questionFieldLabel } from "~/ui/polls/questionnaire/labels";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Field } from "~/ui/kit/Field";
import { AddQuestion } from "~/ui/polls/questionnaire/AddQuestion";
import { ManageFrame } from "~/ui/stages/ManageFrame";
import { QuestionRows } from "~/ui/polls/questionnaire/QuestionRows";
import { StartQuestionnaire } from "~/ui/polls/questionnaire/StartQuestionnaire";
import { useForm } from "~/ui/form";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await accountOrSignIn(context);
    const { consultation, stage, items, poll, questions } = await manageQuestionnaire(
      actor,
      params.consultation ?? "",
      params.stage ?? "",
    );
    const groups = questions.length > 0 ? [] : await listManagedPolls(actor);
    const others =
      groups
        .find((group) => group.consultation.id === consultation.id)
        ?.stages.filter(({ id, code }) => id !== stage.id && code) ?? [];
    const head: Head = {
      title: `${getT(context.locale)("stages:pages.questionnaire")} · ${stage.title}`,
      hidden: true,
    };
    const rows = questions.map(({ definition, answers, held }) => ({
      definition,
      answers,
      held,
      item: items.find(({ ref }) => ref === definition.item) ?? null,
    }));
    return {
      head,
      consultation,
      stage,
      poll: poll && { title: poll.title },
      rows,
      others: others.map(({ slug, title }) => ({ slug, title })),
      saved: context.url.searchParams.has("enregistre"),
    };
  });
}

const acts = z.discriminatedUnion(
  "act",
  [
    z.object({ act: z.enum(["up", "down", "remove"]), row: z.string().min(1, "stages:errors.act") }),
    z.object({ act: z.literal("axes") }),
    z.object({ act: z.literal("copy"), from: z.string().min(1, "stages:errors.stage") }),
    z.object({ act: z.literal("rename"), title: questionnaireTitle }),
  ],
  "stages:errors.act",
);

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () => {
    const place = [await context.actor(), params.consultation ?? "", params.stage ?? ""] as const;
    const fields = await readFields(request);
    const form = readForm(acts, fields);
    if (!form.ok) return refuseForm({ errors: form.errors, values: fields });
    const { value } = form;
    const t = getT(context.locale);
    try {
      if (value.act === "rename") await renameQuestionnaire(place, value.title);
      else if (value.act === "copy") await startFromStage(place, value.from);
      else if (value.act === "axes")
        await startFromAxes(place, {
          title: t("polls:template.title"),
          stars: t("polls:template.stars"),
          open: t("polls:template.open"),
        });
      else if (value.act === "remove") await removeQuestion(place, value.row);
      else await moveQuestion(place, value.row, value.act === "up" ? -1 : 1);
    } catch (error) {
      return refuseError(error, fields);
    }
    return redirect(`/gestion/etapes/${place[1]}/${place[2]}/questionnaire?enregistre=1`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function ManageQuestionnaire() {
  const t = useT();
  const { consultation, stage, poll, rows, others, saved } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>(), {
    labelOf: (field) => questionFieldLabel(t, field),
    stored: { title: poll?.title ?? "" },
  });
  const place = { consultation, stage };
  return (
    <ManageFrame {...place} saved={saved} page="questionnaire" errors={form.summary}>
      {rows.length > 0 && poll ? (
        <>
          <form method="post" className="one-field">
            <Field
              name="title"
              label={t("polls:questionnaire.title")}
              defaultValue={form.value("title") || poll.title}
              error={form.error("title")}
              required
            />
            <Button kind="quiet" name="act" value="rename">
              {t("polls:questionnaire.rename")}
            </Button>
          </form>
          <QuestionRows place={place} rows={rows} />
        </>
      ) : (
        <StartQuestionnaire others={others} />
      )}
      <AddQuestion place={place} filled={rows.length > 0} />
    </ManageFrame>
  );
}
