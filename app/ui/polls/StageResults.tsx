import type { Consultation } from "~/modules/consultation";
import { synthesisOf, type PollItem, type QuestionResults } from "~/modules/polls";
import { Content } from "~/ui/consultation/Content";
import { ItemLabel } from "~/ui/consultation/ItemLabel";
import { itemHref } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Stack } from "~/ui/kit/Layout";
import { PollResults } from "./results/PollResults";
import { SynthesisLine } from "./SynthesisLine";

/** What a room, and those who answered online, said to each question that was revealed. */
export function StageResults({
  consultation,
  results,
}: {
  consultation: Pick<Consultation, "slug">;
  results: readonly QuestionResults[];
}) {
  return (
    <ol className="stage-results">
      {results.map((one) => (
        <li key={one.question.ref} id={`question-${one.question.ref}`}>
          <OneQuestion consultation={consultation} {...one} />
        </li>
      ))}
    </ol>
  );
}

function OneQuestion({
  consultation,
  question,
  total,
  bySetting,
  texts,
}: QuestionResults & { consultation: Pick<Consultation, "slug"> }) {
  const t = useT();
  const { number } = useFormat();
  const both = bySetting.room.n > 0 && bySetting.online.n > 0;
  const only = bySetting.room.n > 0 ? "room-only" : "online-only";
  return (
    <Stack gap={3}>
      <h3>
        <Content text={question.title} />
      </h3>
      {question.item ? <ItemLink consultation={consultation} item={question.item} /> : null}
      <SynthesisLine synthesis={synthesisOf(question, total)} />
      <PollResults question={question} results={total} texts={texts} size="console" />
      {both ? (
        <Disclosure
          summary={t("polls:stage.apart", {
            room: number(bySetting.room.n),
            online: number(bySetting.online.n),
          })}
        >
          <div className="stage-results__apart">
            {(["room", "online"] as const).map((setting) => (
              <Stack gap={3} key={setting}>
                <h4>{t(`polls:stage.${setting}`, { n: number(bySetting[setting].n) })}</h4>
                <PollResults
                  question={{ ...question, explanation: null }}
                  results={bySetting[setting]}
                  texts={texts.filter((text) => text.setting === setting)}
                  size="console"
                />
              </Stack>
            ))}
          </div>
        </Disclosure>
      ) : total.n > 0 ? (
        <p className="meta">{t(`polls:stage.${only}`)}</p>
      ) : null}
    </Stack>
  );
}

function ItemLink({ consultation, item }: { consultation: Pick<Consultation, "slug">; item: PollItem }) {
  return (
    <p>
      <a className="roadmap__link" href={itemHref(consultation, item)}>
        <ItemLabel item={item} /> <Content className="roadmap__title" text={item.title} />
      </a>
    </p>
  );
}
