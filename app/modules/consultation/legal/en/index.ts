import type { LegalSlug } from "../../legal";
import accessibilite from "./accessibilite";
import donneesPersonnelles from "./donnees-personnelles";
import mentionsLegales from "./mentions-legales";

export const texts: Record<LegalSlug, string> = {
  accessibilite,
  "donnees-personnelles": donneesPersonnelles,
  "mentions-legales": mentionsLegales,
};
