import { REGIONS, STAKEHOLDERS, UNKNOWN } from "~/modules/identity";
import { useT } from "~/ui/i18n";
import { Field } from "~/ui/kit/Field";
import { Select } from "~/ui/kit/Select";
import type { FormState } from "~/ui/form";

interface Stored {
  displayName: string | null;
  region: string;
  stakeholder: string;
}

const NOTHING: Stored = { displayName: null, region: UNKNOWN, stakeholder: UNKNOWN };

/** Who speaks: a name, a region, a background, and why we ask. Each may be left unsaid. */
export function ProfileFields({ form, stored = NOTHING }: { form: FormState; stored?: Stored }) {
  const t = useT();
  const said = (value: string) => (value === UNKNOWN ? "" : value);
  const regions = REGIONS.map(({ code, name }) => ({ value: code, label: name }));
  const stakeholders = STAKEHOLDERS.filter((code) => code !== UNKNOWN).map((code) => ({
    value: code,
    label: t(`identity:stakeholders.${code}`),
  }));
  return (
    <>
      <Field
        name="displayName"
        label={t("identity:fields.displayName")}
        mark={t("identity:optional")}
        hint={t("identity:fields.displayNameHint")}
        error={form.error("displayName")}
        defaultValue={form.value("displayName", stored.displayName ?? "")}
        autoComplete="nickname"
      />
      <Select
        name="region"
        label={t("identity:fields.region")}
        hint={t("identity:fields.profileReason")}
        empty={t("identity:unsaid")}
        options={regions}
        error={form.error("region")}
        defaultValue={form.value("region", said(stored.region))}
      />
      <Select
        name="stakeholder"
        label={t("identity:fields.stakeholder")}
        empty={t("identity:unsaid")}
        options={stakeholders}
        error={form.error("stakeholder")}
        defaultValue={form.value("stakeholder", said(stored.stakeholder))}
      />
    </>
  );
}
