import { define } from "../dom";
import { CountDown } from "./count-down";
import { PollAnswer } from "./poll-answer";
import { PollLeft } from "./poll-left";
import { PollProgress } from "./poll-progress";
import { PollRanking } from "./poll-ranking";
import { PollRespondent } from "./poll-respondent";
import { PollSupport } from "./poll-support";
import { PollView } from "./poll-view";
import { deliveries } from "./deliveries";

// why this order: the place for what could not be delivered is there before anything is sent, and the view puts all
// others right.
define({
  "poll-left": PollLeft,
  "count-down": CountDown,
  "poll-ranking": PollRanking,
  "poll-progress": PollProgress,
  "poll-answer": PollAnswer,
  "poll-support": PollSupport,
  "poll-respondent": PollRespondent,
  "poll-view": PollView,
});

// What an earlier life of the page could not send goes now, whatever is on screen.
if (document.querySelector("poll-view, poll-answer")) deliveries().nudge();
