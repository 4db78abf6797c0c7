import type { PollView } from "~/modules/polls";
import { Content } from "~/ui/consultation/Content";
import { useFormat, useT } from "~/ui/i18n";
import { cx } from "~/ui/kit/cx";
import { PollResults } from "../results/PollResults";
import { fitView, tellAbout } from "./blocks";
import { Foot } from "./Foot";
import { Invitation } from "./Invitation";
import { Options } from "./Options";

export interface ScreenProps {
  view: PollView;
  /** The origin of the site, for the address to join. */
  origin: string;
  /** The server's clock, in milliseconds: known to a page, not to a stream. */
  now?: number;
}

/** What the projector shows at one moment: a question, its results, or how to join. Nothing scrolls. */
export function ScreenFragment({ view, origin, now }: ScreenProps) {
  const t = useT();
  const format = useFormat();
  const { state, question, results } = view;
  if (state === "blank")
    return (
      <div className="screen screen--blank">
        <p className="visually-hidden">{t("polls:screen.blank")}</p>
      </div>
    );
  if (!question) return <Invitation view={view} origin={origin} />;
  const { title, body, labels, columns, texts } = fitView(t, format, view);
  return (
    <div
      className={cx(
        "screen",
        `screen--title-${title}`,
        `screen--body-${body}`,
        `screen--labels-${labels}`,
        columns === 2 && "screen--two-columns",
      )}
    >
      <header>
        <h1 className="screen__title">
          <Content text={question.title} />
        </h1>
        {question.item ? <p className="screen__about">{tellAbout(t, format, question)}</p> : null}
      </header>
      <div className="screen__body">
        {results ? (
          <PollResults question={question} results={results.total} texts={texts} size="screen" />
        ) : (
          <Options question={question} />
        )}
      </div>
      <Foot view={view} origin={origin} now={now} />
    </div>
  );
}
