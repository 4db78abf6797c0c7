import { inBoth } from "~/platform/i18n/catalogue";
import cliEn from "./en";
import cliFr from "./fr";

export const cli = inBoth(cliFr, cliEn);
