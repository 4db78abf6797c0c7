import type { PollView, OwnAnswers } from "~/modules/polls";
import type { T } from "~/platform/i18n";
import { useT } from "~/ui/i18n";
import { pollHref } from "./address";
import type { Refused } from "./refused";
import { useOwnTold, type Asked } from "./own";
import { PhoneFragment } from "./PhoneFragment";

/** The room on a phone: what is asked now, which follows by itself where there is a script. */
export function RoomPoll({
  view,
  asked,
  own,
  refused,
  now,
}: {
  view: PollView;
  asked: readonly Asked[];
  own?: OwnAnswers | undefined;
  refused?: Refused | undefined;
  now: number;
}) {
  const t = useT();
  const told = useOwnTold(asked, own);
  return (
    <poll-view src={`${pollHref(view.code)}/flux?vue=phone`} own={told} {...spoken(t)}>
      <p className="poll-connection" role="status" data-poll-state="" />
      <p className="visually-hidden" role="status" data-poll-announce="" />
      <poll-left {...leftTexts(t)} />
      <div data-poll="">
        <PhoneFragment {...{ view, own, refused, now }} />
      </div>
    </poll-view>
  );
}

const spoken = (t: T) => ({
  lost: t("polls:phone.connection.lost"),
  question: t("polls:phone.connection.question"),
  closed: t("polls:phone.connection.closed"),
  results: t("polls:phone.connection.results"),
  over: t("polls:phone.connection.over"),
});

/** For an answer whose question is gone. */
export const leftTexts = (t: T) => ({
  refused: t("polls:phone.refused.title"),
  copy: t("polls:phone.refused.copy"),
  chosen: t("polls:phone.refused.chosen", { said: "{said}" }),
  gone: t("polls:phone.refused.gone"),
  dismiss: t("polls:phone.refused.dismiss"),
});
