import type { Ending } from "~/platform/i18n";
import { useT } from "~/ui/i18n";
import { fieldId } from "~/ui/kit/Control";
import { PasswordRules } from "~/ui/kit/Enhanced";
import { Field } from "~/ui/kit/Field";
import type { FormState } from "~/ui/form";

interface Props {
  form: FormState;
}

/** The address. `username` tells a password manager that it belongs to the password below. */
export function EmailField({
  form,
  autoComplete = "email",
}: Props & { autoComplete?: "email" | "username" }) {
  const t = useT();
  return (
    <Field
      name="email"
      type="email"
      label={t("identity:fields.email")}
      hint={autoComplete === "email" ? t("identity:fields.emailHint") : undefined}
      error={form.error("email")}
      defaultValue={form.value("email")}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  );
}

/** A password that exists already. */
export function CurrentPasswordField({
  form,
  name = "currentPassword",
  label = "currentPassword",
}: Props & { name?: string; label?: Ending<"identity:fields."> }) {
  const t = useT();
  return (
    <Field
      name={name}
      type="password"
      label={t(`identity:fields.${label}`)}
      error={form.error(name)}
      autoComplete="current-password"
      required
    />
  );
}

/** A password to be chosen, with the rule that it follows. */
export function NewPasswordField({
  form,
  label = "password",
}: Props & { label?: Ending<"identity:fields."> }) {
  const t = useT();
  const rules = (key: Ending<"identity:passwordRules.">) => t(`identity:passwordRules.${key}`);
  const texts = {
    intro: rules("intro"),
    twelve: rules("twelve"),
    fourteen: rules("fourteen"),
    words: rules("words"),
    met: rules("met"),
    progress: rules("progress"),
    ok: rules("ok"),
  };
  return (
    <Field
      name="password"
      type="password"
      label={t(`identity:fields.${label}`)}
      error={form.error("password")}
      autoComplete="new-password"
      rules={<PasswordRules field={fieldId("password")} texts={texts} />}
      required
    />
  );
}
