import { inBoth } from "~/platform/i18n/catalogue";
import liveEn from "./en";
import liveFr from "./fr";
import pollEn from "./poll/en";
import pollFr from "./poll/fr";
import roomEn from "./room/en";
import roomFr from "./room/fr";
import stagesEn from "./stages/en";
import stagesFr from "./stages/fr";

export const live = inBoth(liveFr, liveEn);
export const poll = inBoth(pollFr, pollEn);
export const room = inBoth(roomFr, roomEn);
export const stages = inBoth(stagesFr, stagesEn);
