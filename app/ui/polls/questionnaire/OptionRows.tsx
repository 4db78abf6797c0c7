import type { Item } from "~/modules/consultation";
import { optionField, optionRows, type QuestionKind } from "~/modules/polls";
import { itemLabel } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { Field } from "~/ui/kit/Field";
import { Hidden } from "~/ui/kit/Hidden";
import { CheckBox } from "~/ui/stages/CheckBox";
import type { FormState } from "~/ui/form";

/** A row for each option and a few empty ones; saving brings more. An emptied row is an option that goes. */
export function OptionRows({
  form,
  kind,
  items,
}: {
  form: FormState;
  kind: QuestionKind;
  items: readonly Item[];
}) {
  const t = useT();
  const { text } = useFormat();
  const filled =
    Array.from({ length: 30 }, (_, row) => row).findLast(
      (row) => form.value(optionField(row, "label")) !== "",
    ) ?? -1;
  return (
    <fieldset className="option-rows">
      <legend className="field__label">{t("polls:field.options")}</legend>
      <p className="field__hint">{t("polls:hint.options")}</p>
      <ol>
        {Array.from({ length: optionRows(filled + 1) }, (_, row) => {
          const name = (part: Parameters<typeof optionField>[1]) => optionField(row, part);
          return (
            <li key={row}>
              <Hidden fields={{ [name("ref")]: form.value(name("ref")) }} />
              <Field
                name={name("label")}
                label={t("polls:field.option", { number: row + 1 })}
                defaultValue={form.value(name("label"))}
                error={form.error(name("label"))}
              />
              {kind === "quiz" ? (
                <CheckBox
                  name={name("correct")}
                  label={
                    <>
                      {t("polls:field.correct")}
                      <span className="visually-hidden">
                        {" "}
                        : {t("polls:field.option", { number: row + 1 })}
                      </span>
                    </>
                  }
                  checked={form.value(name("correct")) === "1"}
                />
              ) : (
                <Field
                  name={name("item")}
                  label={t("polls:field.option-item")}
                  mark={t("stages:optional")}
                  list="items"
                  defaultValue={form.value(name("item"))}
                  error={form.error(name("item"))}
                />
              )}
            </li>
          );
        })}
      </ol>
      {kind === "quiz" ? null : (
        <datalist id="items">
          {items.map((item) => (
            <option key={item.ref} value={item.ref}>
              {itemLabel(t, item)} · {text(item.title)}
            </option>
          ))}
        </datalist>
      )}
    </fieldset>
  );
}
