import { inBoth } from "~/platform/i18n/catalogue";
import commonEn from "./en";
import commonFr from "./fr";

export const common = inBoth(commonFr, commonEn);
