import type { Item } from "~/modules/consultation";
import {
  KINDS_WITH_MOST,
  KINDS_WITH_OPTIONS,
  KINDS_WITH_TEXTS,
  QUESTION_KINDS,
  type QuestionKind,
} from "~/modules/polls";
import type { Ending } from "~/platform/i18n";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Field } from "~/ui/kit/Field";
import { Hidden } from "~/ui/kit/Hidden";
import { Notice } from "~/ui/kit/Notice";
import { Select } from "~/ui/kit/Select";
import { TextArea } from "~/ui/kit/TextArea";
import { CheckBox } from "~/ui/stages/CheckBox";
import { ItemSelect } from "~/ui/stages/ItemSelect";
import { OptionRows } from "./OptionRows";
import type { FormState } from "~/ui/form";

/** The form of a question: only the fields of its kind. */
export function QuestionForm({
  form,
  kind,
  items,
  answers,
  questionRef,
}: {
  form: FormState;
  kind: QuestionKind;
  items: readonly Item[];
  answers: number;
  /** Null for a new one. */
  questionRef: string | null;
}) {
  const t = useT();
  const field = (name: Ending<"polls:field.">) => ({
    name,
    label: t(`polls:field.${name}`),
    error: form.error(name),
    defaultValue: form.value(name),
  });
  const hint = (name: Ending<"polls:hint.">) => t(`polls:hint.${name}`);
  const optional = t("stages:optional");
  const counted = kind === "stars" || kind === "position";
  return (
    <>
      {answers > 0 ? (
        <Notice>{t("polls:question.answered", { count: answers })}</Notice>
      ) : (
        <Disclosure summary={t("polls:question.kind", { kind: t(`polls:kinds.${kind}`) })}>
          <form className="one-field">
            <Hidden fields={{ question: questionRef ?? undefined }} />
            <Select
              name="type"
              label={t("polls:field.kind")}
              defaultValue={kind}
              options={QUESTION_KINDS.map((each) => ({ value: each, label: t(`polls:kinds.${each}`) }))}
            />
            <Button kind="quiet">{t("polls:question.change-kind")}</Button>
          </form>
        </Disclosure>
      )}
      <form method="post" className="stage-form" noValidate>
        <p>{t(`polls:kind-hint.${kind}`)}</p>
        <TextArea {...field("title")} label={t("polls:field.question")} rows={2} required />
        <ItemSelect
          name="item"
          label={t("polls:field.about")}
          items={items}
          defaultValue={form.value("item")}
          empty={t("polls:question.no-item")}
          hint={t(counted ? "polls:hint.counted" : "polls:hint.about")}
          error={form.error("item")}
          mark={kind === "position" ? undefined : optional}
          required={kind === "position"}
        />
        {KINDS_WITH_OPTIONS.includes(kind) ? <OptionRows form={form} kind={kind} items={items} /> : null}
        {kind === "scale" ? (
          <div className="stage-form__row stage-form__row--pairs">
            <Field {...field("from")} inputMode="numeric" />
            <Field {...field("low")} mark={optional} hint={hint("low")} />
            <Field {...field("to")} inputMode="numeric" />
            <Field {...field("high")} mark={optional} hint={hint("high")} />
          </div>
        ) : null}
        <div className="stage-form__row">
          {KINDS_WITH_MOST.includes(kind) ? (
            <Field
              {...field("most")}
              mark={optional}
              inputMode="numeric"
              hint={hint(kind === "words" ? "most-words" : "most")}
            />
          ) : null}
          <Field {...field("seconds")} mark={optional} inputMode="numeric" hint={hint("seconds")} />
        </div>
        {KINDS_WITH_TEXTS.includes(kind) ? (
          <CheckBox
            name="moderated"
            label={t("polls:field.moderated")}
            checked={form.value("moderated") === "1"}
          />
        ) : null}
        {kind === "quiz" ? (
          <TextArea {...field("explanation")} mark={optional} hint={hint("explanation")} rows={3} />
        ) : null}
        <div>
          <Button>{t("stages:save")}</Button>
        </div>
      </form>
    </>
  );
}
