import { QUESTION_KINDS } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Cluster, Stack } from "~/ui/kit/Layout";
import { Select } from "~/ui/kit/Select";
import { manageHref } from "~/ui/stages/labels";

/** The ways to more questions: by hand, from a file; and out, as a file. */
export function AddQuestion({ place, filled }: { place: Parameters<typeof manageHref>[0]; filled: boolean }) {
  const t = useT();
  const home = manageHref(place, "questionnaire");
  return (
    <Stack as="section" gap={4} labelledBy="add">
      <h2 id="add">{t(filled ? "polls:questionnaire.add" : "polls:questionnaire.by-hand")}</h2>
      <form action={`${home}/question`} className="one-field">
        <Select
          name="type"
          label={t("polls:field.kind")}
          options={QUESTION_KINDS.map((kind) => ({ value: kind, label: t(`polls:kinds.${kind}`) }))}
        />
        <Button kind={filled ? "primary" : "quiet"}>{t("polls:questionnaire.write")}</Button>
      </form>
      <Cluster gap={5}>
        <a className="page-link" href={`${home}/importer`}>
          {t("polls:questionnaire.import")}
        </a>
        {filled ? (
          <a className="page-link" href={`${home}.json`} download>
            {t("polls:questionnaire.download")}
          </a>
        ) : null}
      </Cluster>
    </Stack>
  );
}
