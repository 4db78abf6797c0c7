import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Field } from "~/ui/kit/Field";

/** One large field for the code on the screen. It asks by GET, so that a wrong code may be sent again or corrected. */
export function JoinForm({ typed, error }: { typed?: string | undefined; error?: string | undefined }) {
  const t = useT();
  return (
    <form method="get" action="/direct" className="poll-join">
      <Field
        name="code"
        label={t("polls:phone.join.label")}
        hint={t("polls:phone.join.hint")}
        error={error}
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        required
      />
      <Button wide>{t("polls:phone.join.submit")}</Button>
    </form>
  );
}
