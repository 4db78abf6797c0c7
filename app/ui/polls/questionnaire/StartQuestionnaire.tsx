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
      <h2 id="start">{t("polls:start.title")}</h2>
      <p>{t("polls:start.axes-text")}</p>
      <form method="post">
        <Button name="act" value="axes">
          {t("polls:start.axes")}
        </Button>
      </form>
      {others.length > 0 ? (
        <form method="post" className="one-field">
          <Select
            name="from"
            label={t("polls:start.other")}
            options={others.map(({ slug, title }) => ({ value: slug, label: text(title) }))}
          />
          <Button kind="quiet" name="act" value="copy">
            {t("polls:start.copy")}
          </Button>
        </form>
      ) : null}
    </Stack>
  );
}
