import { inBoth } from "~/platform/i18n/catalogue";
import en from "./en";
import fr from "./fr";

export const stages = inBoth(fr, en);
