import { inBoth } from "~/platform/i18n/catalogue";
import identityEn from "./en";
import identityFr from "./fr";

export const identity = inBoth(identityFr, identityEn);
