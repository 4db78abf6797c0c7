import { define } from "../dom";
import { PollConsole } from "./poll-console";
import { PollScreen } from "./poll-screen";

define({ "poll-screen": PollScreen, "poll-console": PollConsole });
