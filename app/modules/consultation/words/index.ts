import { inBoth } from "~/platform/i18n/catalogue";
import consultationEn from "./en";
import consultationFr from "./fr";
import legalEn from "./legal/en";
import legalFr from "./legal/fr";

export const consultation = inBoth(consultationFr, consultationEn);
export const legal = inBoth(legalFr, legalEn);
