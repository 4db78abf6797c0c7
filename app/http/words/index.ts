import { inBoth } from "~/platform/i18n/catalogue";
import errorsEn from "./en";
import errorsFr from "./fr";

export const errors = inBoth(errorsFr, errorsEn);
