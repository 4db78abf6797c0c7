import { define } from "../dom";
import { CountDown } from "./count-down";
import { LiveAnswer } from "./live-answer";
import { LiveLeft } from "./live-left";
import { LiveProgress } from "./live-progress";
import { LiveRanking } from "./live-ranking";
import { LiveRespondent } from "./live-respondent";
import { LiveSupport } from "./live-support";
import { LiveView } from "./live-view";
import { outbox } from "./post-office";

// why this order: the place for what could not be delivered is there before anything is sent, and the view puts all
// others right.
define({
  "live-left": LiveLeft,
  "count-down": CountDown,
  "live-ranking": LiveRanking,
  "live-progress": LiveProgress,
  "live-answer": LiveAnswer,
  "live-support": LiveSupport,
  "live-respondent": LiveRespondent,
  "live-view": LiveView,
});

// What an earlier life of the page could not send goes now, whatever is on screen.
if (document.querySelector("live-view, live-answer")) outbox().nudge();
