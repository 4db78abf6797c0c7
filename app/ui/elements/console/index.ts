import { define } from "../dom";
import { LiveConsole } from "./live-console";
import { LiveScreen } from "./live-screen";

define({ "live-screen": LiveScreen, "live-console": LiveConsole });
