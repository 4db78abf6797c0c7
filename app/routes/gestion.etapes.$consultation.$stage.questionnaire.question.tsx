import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import type { AppContext } from "~/http/context.server";
import { handled } from "~/http/errors.server";
import { readFields, refuseError, refuseForm } from "~/http/forms.server";
import { QUESTION_KINDS, questionFields, readQuestionForm, type QuestionKind } from "~/modules/polls";
import { manageQuestionnaire, saveQuestion } from "~/modules/polls/index.server";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { questionFieldLabel } from "~/ui/polls/questionnaire/labels";
import { useT } from "~/ui/i18n";
import { ManageFrame } from "~/ui/stages/ManageFrame";
import { QuestionForm } from "~/ui/polls/questionnaire/QuestionForm";
import { useForm } from "~/ui/form";

const isKind = (value: string | null): value is QuestionKind => QUESTION_KINDS.some((kind) => kind === value);

/** The question that an address names (`question`), or a new one; its kind is the one asked for (`type`), else its own. */
function choose<Q extends { definition: { ref: string; kind: QuestionKind } }>(
  context: AppContext,
  questions: readonly Q[],
) {
  const ref = context.url.searchParams.get("question");
  const known = questions.find(({ definition }) => definition.ref === ref) ?? null;
  if (ref !== null && !known) throw new DomainError("not-found", "polls:refusal.no-question");
  const asked = context.url.searchParams.get("type");
  const kind: QuestionKind = isKind(asked) ? asked : (known?.definition.kind ?? "single");
  return { known, kind };
}

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const { consultation, stage, items, questions } = await manageQuestionnaire(
      await accountOrSignIn(context),
      params.consultation ?? "",
      params.stage ?? "",
    );
    const { known, kind } = choose(context, questions);
    const head: Head = {
      title: getT(context.locale)(known ? "polls:question.edit" : "polls:question.new"),
      hidden: true,
    };
    return {
      head,
      consultation,
      stage,
      items,
      kind,
      ref: known?.definition.ref ?? null,
      answers: known?.answers ?? 0,
      stored: known ? questionFields(known.definition) : {},
    };
  });
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () => {
    const place = [await context.actor(), params.consultation ?? "", params.stage ?? ""] as const;
    const fields = await readFields(request);
    const { questions } = await manageQuestionnaire(...place);
    const { known, kind } = choose(context, questions);
    const form = readQuestionForm(
      kind,
      fields,
      known?.definition.ref ?? null,
      new Set(questions.map(({ definition }) => definition.ref)),
    );
    if (!form.ok) return refuseForm({ errors: form.errors, values: fields });
    try {
      await saveQuestion(place, form.value);
    } catch (error) {
      return refuseError(error, fields);
    }
    return redirect(`/gestion/etapes/${place[1]}/${place[2]}/questionnaire?enregistre=1`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function EditQuestion() {
  const t = useT();
  const { head, consultation, stage, items, kind, ref, answers, stored } = useLoaderData<typeof loader>();
  const label = (field: string) => {
    const [, row] = /^option-(\d+)-/.exec(field) ?? [];
    return row ? t("polls:field.option", { number: Number(row) + 1 }) : questionFieldLabel(t, field);
  };
  const form = useForm(useActionData<typeof action>(), {
    labelOf: label,
    stored: { from: "1", to: "10", ...stored },
  });
  return (
    <ManageFrame {...{ consultation, stage }} page="questionnaire" title={head.title} errors={form.summary}>
      <QuestionForm {...{ form, kind, items, answers, questionRef: ref }} />
    </ManageFrame>
  );
}
