import { totalOf, type TourStage } from "~/modules/polls";
import type { Ending } from "~/platform/i18n";
import { useFormat, useT } from "~/ui/i18n";

/** What a whole tour gathered, in figures. */
export function TourTotals({ stages }: { stages: readonly TourStage[] }) {
  const t = useT();
  const { number } = useFormat();
  const { attendance, atLeast, counted, testimonies, respondents, answers } = totalOf(stages);
  const people = t(atLeast ? "stages:stage.more-than" : "stages:stage.people", {
    count: attendance,
    number: number(attendance),
  });
  const facts: [Ending<"stages:tour-facts.">, string][] = [
    ["stages", t("stages:tour.stages", { count: stages.length, number: number(stages.length) })],
  ];
  if (counted > 0)
    facts.push([
      "attendance",
      counted === stages.length
        ? people
        : t("stages:tour.of-stages", { people, count: counted, number: number(counted) }),
    ]);
  if (testimonies > 0)
    facts.push(["said", t("stages:tour.testimonies", { count: testimonies, number: number(testimonies) })]);
  if (respondents > 0) {
    const [who, what] = [
      t("stages:tour.respondents", { count: respondents, number: number(respondents) }),
      t("stages:tour.answers", { count: answers, number: number(answers) }),
    ];
    facts.push(["poll", t("stages:tour.poll-figures", { respondents: who, answers: what })]);
  }
  return (
    <dl className="facts">
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`stages:tour-facts.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
