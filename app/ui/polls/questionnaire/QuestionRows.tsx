import type { Item } from "~/modules/consultation";
import type { QuestionDefinition } from "~/modules/polls";
import { itemLabel } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { Chip } from "~/ui/kit/Chip";
import { Icon } from "~/ui/kit/Icon";
import { manageHref } from "~/ui/stages/labels";
import { RowActions } from "~/ui/stages/RowActions";

export interface QuestionRow {
  definition: QuestionDefinition;
  answers: number;
  /** With those that were given before it was reset. */
  held: number;
  item: Pick<Item, "kind" | "number" | "title"> | null;
}

/** The questions of a stage in order, each with what can be done with it. */
export function QuestionRows({
  place,
  rows,
}: {
  place: Parameters<typeof manageHref>[0];
  rows: readonly QuestionRow[];
}) {
  const t = useT();
  const { text, number } = useFormat();
  const edit = (ref: string) => `${manageHref(place, "questionnaire/question")}?question=${ref}`;
  return (
    <ol className="managed-rows">
      {rows.map(({ definition: { ref, kind, title, options }, answers, held, item }, index) => (
        <li key={ref}>
          <p className="managed-rows__facts">
            <Chip tone="quiet">{t(`polls:kinds.${kind}`)}</Chip>
            {answers > 0 ? (
              <Chip>{t("polls:questionnaire.answers", { count: answers, number: number(answers) })}</Chip>
            ) : null}
          </p>
          <h2 className="managed-rows__title">
            {index + 1}. {text(title)}
          </h2>
          {item ? (
            <p className="meta">
              {itemLabel(t, item)} · {text(item.title)}
            </p>
          ) : null}
          {options.length > 0 ? (
            <ul className="managed-rows__options">
              {options.map((option) => (
                <li key={option.ref}>
                  {text(option.label)}
                  {option.correct ? (
                    <strong className="right-answer">
                      {" "}
                      <Icon name="check" size="small" /> {t("polls:field.correct")}
                    </strong>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : null}
          <RowActions
            id={ref}
            name={text(title)}
            edit={edit(ref)}
            first={index === 0}
            last={index === rows.length - 1}
            kept={
              held > 0
                ? t("polls:refusal.answered-question", { count: held, path: t("polls:questionnaire.this") })
                : null
            }
          />
        </li>
      ))}
    </ol>
  );
}
