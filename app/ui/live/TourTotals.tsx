import { totalOf, type TourStage } from "~/modules/live";
import type { Ending } from "~/platform/i18n";
import { useFormat, useT } from "~/ui/i18n";

/** What a whole tour gathered, in figures. */
export function TourTotals({ stages }: { stages: readonly TourStage[] }) {
  const t = useT();
  const { number } = useFormat();
  const { attendance, atLeast, counted, testimonies, respondents, answers } = totalOf(stages);
  const people = t(atLeast ? "live:stage.more-than" : "live:stage.people", {
    count: attendance,
    number: number(attendance),
  });
  const facts: [Ending<"live:tour-facts.">, string][] = [
    ["stages", t("live:tour.stages", { count: stages.length, number: number(stages.length) })],
  ];
  if (counted > 0)
    facts.push([
      "attendance",
      counted === stages.length
        ? people
        : t("live:tour.of-stages", { people, count: counted, number: number(counted) }),
    ]);
  if (testimonies > 0)
    facts.push(["said", t("live:tour.testimonies", { count: testimonies, number: number(testimonies) })]);
  if (respondents > 0) {
    const [who, what] = [
      t("live:tour.respondents", { count: respondents, number: number(respondents) }),
      t("live:tour.answers", { count: answers, number: number(answers) }),
    ];
    facts.push(["poll", t("live:tour.poll-figures", { respondents: who, answers: what })]);
  }
  return (
    <dl className="facts">
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`live:tour-facts.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
