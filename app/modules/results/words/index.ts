import { inBoth } from "~/platform/i18n/catalogue";
import resultsEn from "./en";
import resultsFr from "./fr";

export const results = inBoth(resultsFr, resultsEn);
