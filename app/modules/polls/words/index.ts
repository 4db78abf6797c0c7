import { inBoth } from "~/platform/i18n/catalogue";
import en from "./en";
import fr from "./fr";

export const polls = inBoth(fr, en);
