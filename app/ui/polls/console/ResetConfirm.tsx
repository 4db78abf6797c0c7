import type { PollQuestion } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Cluster, Page, PageHead, Stack } from "~/ui/kit/Layout";
import { ActForm, consoleHref } from "./ActForm";

/** Asks before a question starts again: a page of its own, so that it asks without a script too. */
export function ResetConfirm({
  code,
  question,
  answers,
}: {
  code: string;
  question: PollQuestion;
  answers: number;
}) {
  const t = useT();
  const { text, number } = useFormat();
  return (
    <Page narrow>
      <Stack gap={5}>
        <PageHead title={t("polls:console.reset.title")} meta={text(question.title)} />
        <p>
          {t("polls:console.reset.text", {
            answers: t("polls:results.respondents", { count: answers, number: number(answers) }),
          })}
        </p>
        <Cluster>
          <ActForm
            fields={{ act: "reset", question: question.ref, round: String(question.round) }}
            kind="danger"
          >
            {t("polls:console.reset.confirm")}
          </ActForm>
          <ButtonLink kind="quiet" href={consoleHref(code)}>
            {t("polls:console.reset.cancel")}
          </ButtonLink>
        </Cluster>
      </Stack>
    </Page>
  );
}
