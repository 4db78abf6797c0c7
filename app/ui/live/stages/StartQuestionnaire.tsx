import { useFormat, useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Stack } from "~/ui/kit/Layout";
import { Select } from "~/ui/kit/Select";

/** Before the first question: a questionnaire to start from. */
export function StartQuestionnaire({ others }: { others: readonly { slug: string; title: string }[] }) {
  const t = useT();
  const { text } = useFormat();
  return (
    <Stack as="section" gap={4} labelledBy="start">
      <h2 id="start">{t("stages:start.title")}</h2>
      <p>{t("stages:start.axes-text")}</p>
      <form method="post">
        <Button name="act" value="axes">
          {t("stages:start.axes")}
        </Button>
      </form>
      {others.length > 0 ? (
        <form method="post" className="one-field">
          <Select
            name="from"
            label={t("stages:start.other")}
            options={others.map(({ slug, title }) => ({ value: slug, label: text(title) }))}
          />
          <Button kind="quiet" name="act" value="copy">
            {t("stages:start.copy")}
          </Button>
        </form>
      ) : null}
    </Stack>
  );
}
