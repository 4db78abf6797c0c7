import { inBoth } from "~/platform/i18n/catalogue";
import participationEn from "./en";
import participationFr from "./fr";

export const participation = inBoth(participationFr, participationEn);
