import type { PollView } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { Icon } from "~/ui/kit/Icon";
import { Join } from "./Join";
import { Remaining } from "./Remaining";

/** The foot of the projector: how to join on one side, how many answered on the other. */
export function Foot({ view, origin, now }: { view: PollView; origin: string; now?: number | undefined }) {
  const t = useT();
  const { state, results } = view;
  return (
    <footer className="screen__foot">
      <Join code={view.code} origin={origin} />
      <div className="screen__facts">
        <p className="screen__state">
          {state === "open" ? (
            <>
              <Icon name="up" size="small" /> {t("polls:screen.open")}{" "}
              <Remaining until={view.closesAt} region={view.place.region} now={now} />
            </>
          ) : null}
          {state === "ready" ? t("polls:screen.ready") : null}
          {state === "closed" && !results ? t("polls:screen.closed") : null}
        </p>
        <Counts view={view} />
      </div>
    </footer>
  );
}

/** "40 réponses sur 52 téléphones connectés" */
export function Counts({ view: { counts, state } }: { view: PollView }) {
  const t = useT();
  const { number } = useFormat();
  if (!counts) return null;
  const { answers, connected } = counts;
  const phones = t("polls:counts.phones", { count: connected, number: number(connected) });
  const told = t("polls:counts.answers", { count: answers, number: number(answers) });
  // Answers outlive the phones that sent them: "40 sur 3" would say nothing.
  if (state === "ready" || state === "waiting") return <p className="screen__counts">{phones}</p>;
  return (
    <p className="screen__counts">
      {connected > 0 && connected >= answers ? t("polls:counts.of", { answers: told, phones }) : told}
    </p>
  );
}
