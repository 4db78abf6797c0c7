import type { LiveView, OwnAnswers } from "~/modules/live";
import type { T } from "~/platform/i18n";
import { useT } from "~/ui/i18n";
import { pollHref } from "./address";
import type { Refused } from "./refused";
import { useOwnTold, type Asked } from "./own";
import { PhoneFragment } from "./PhoneFragment";

/** The room on a phone: what is asked now, which follows by itself where there is a script. */
export function LivePoll({
  view,
  asked,
  own,
  refused,
  now,
}: {
  view: LiveView;
  asked: readonly Asked[];
  own?: OwnAnswers | undefined;
  refused?: Refused | undefined;
  now: number;
}) {
  const t = useT();
  const told = useOwnTold(asked, own);
  return (
    <live-view src={`${pollHref(view.code)}/flux?vue=phone`} own={told} {...spoken(t)}>
      <p className="poll-connection" role="status" data-live-state="" />
      <p className="visually-hidden" role="status" data-live-announce="" />
      <live-left {...leftTexts(t)} />
      <div data-live="">
        <PhoneFragment {...{ view, own, refused, now }} />
      </div>
    </live-view>
  );
}

const spoken = (t: T) => ({
  lost: t("poll:connection.lost"),
  question: t("poll:connection.question"),
  closed: t("poll:connection.closed"),
  results: t("poll:connection.results"),
  over: t("poll:connection.over"),
});

/** For an answer whose question is gone. */
export const leftTexts = (t: T) => ({
  refused: t("poll:refused.title"),
  copy: t("poll:refused.copy"),
  chosen: t("poll:refused.chosen", { said: "{said}" }),
  gone: t("poll:refused.gone"),
  dismiss: t("poll:refused.dismiss"),
});
