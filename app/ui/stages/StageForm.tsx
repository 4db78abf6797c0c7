import { REGIONS } from "~/modules/identity";
import type { Ending } from "~/platform/i18n";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Field } from "~/ui/kit/Field";
import { Stack } from "~/ui/kit/Layout";
import { Select } from "~/ui/kit/Select";
import { TextArea } from "~/ui/kit/TextArea";
import type { FormState } from "~/ui/form";

/** The form of a stage. `consultations` lets a new one choose where it belongs. */
export function StageForm({
  form,
  submit,
  consultations,
}: {
  form: FormState;
  submit: string;
  consultations?: readonly { slug: string; title: string }[];
}) {
  const t = useT();
  const field = (name: Ending<"stages:field.">) => ({
    name,
    label: t(`stages:field.${name}`),
    error: form.error(name),
    defaultValue: form.value(name),
  });
  const hint = (name: Ending<"stages:hint.">) => t(`stages:hint.${name}`);
  const optional = t("stages:optional");
  return (
    <form method="post" className="stage-form" noValidate>
      {consultations ? (
        <Select
          {...field("consultation")}
          options={consultations.map(({ slug, title }) => ({ value: slug, label: title }))}
          required
        />
      ) : null}
      <Field {...field("title")} hint={hint("title")} required />
      <div className="stage-form__row">
        <Field {...field("city")} required />
        <Select
          {...field("region")}
          empty={t("stages:choose")}
          options={REGIONS.map(({ code, name }) => ({ value: code, label: name }))}
          required
        />
      </div>
      <div className="stage-form__row">
        <Field {...field("day")} type="date" required />
        <Field {...field("time")} type="time" hint={hint("time")} required />
        <Field {...field("number")} mark={optional} inputMode="numeric" hint={hint("number")} />
      </div>
      <Field {...field("place")} mark={optional} hint={hint("place")} />
      <div className="stage-form__row">
        <TextArea {...field("organisers")} mark={optional} hint={hint("lines")} rows={4} />
        <TextArea {...field("partners")} mark={optional} hint={hint("lines")} rows={4} />
      </div>
      <TextArea {...field("programme")} mark={optional} hint={hint("programme")} rows={8} />
      <Stack as="section" labelledBy="after" gap={4}>
        <h2 id="after">{t("stages:after")}</h2>
        <div className="stage-form__row">
          <Field {...field("attendance")} mark={optional} inputMode="numeric" hint={hint("attendance")} />
          <Field
            {...field("attendanceQualifier")}
            mark={optional}
            hint={hint("attendanceQualifier")}
            list="qualifiers"
          />
          <datalist id="qualifiers">
            <option value={t("stages:more-than")} />
            <option value={t("stages:about")} />
          </datalist>
        </div>
        <Field {...field("replayUrl")} mark={optional} type="url" inputMode="url" hint={hint("replayUrl")} />
      </Stack>
      <div>
        <Button>{submit}</Button>
      </div>
    </form>
  );
}
