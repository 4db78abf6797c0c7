import { REGIONS, UNKNOWN } from "~/modules/identity";
import type { Channel } from "~/modules/participation";
import type { Random } from "./random";

export interface Person {
  key: string;
  name: string | null;
  region: string;
  stakeholder: string;
  /** How this person takes part. */
  channel: Channel;
}

/** Who comes to such consultations: hospitals and institutions more than their share, companies less. */
const STAKEHOLDERS = {
  citizen: 30,
  "independent-professional": 16,
  "employed-professional": 10,
  hospital: 18,
  "social-care": 7,
  industry: 5,
  institution: 5,
  "regional-agency": 3,
  research: 3,
  other: 1,
  unknown: 2,
};

const FIRST_NAMES =
  "Adèle Agathe Alban Amandine Amélie Anaïs Antoine Arnaud Aurélie Awa Baptiste Béatrice Benoît Brice Camille Cécile Chloé Claire Clément Coralie Cyril Damien Delphine Denis Diane Élodie Émilie Estelle Étienne Fabien Farid Fatou Félix Florence Gaël Géraldine Guillaume Hakim Hélène Hugo Inès Irène Jade Jérôme Joëlle Karim Laetitia Léa Léon Lina Loïc Lucie Maël Maëva Malik Manon Marius Mathilde Mehdi Mélanie Mireille Nadia Naïma Nicolas Noémie Océane Olivia Paul Pauline Raphaël Rémi Rose Sabine Salomé Samir Sarah Sébastien Solène Tanguy Théo Thierry Valérie Victor Yann Yasmine Zoé".split(
    " ",
  );

/** About `count` people in the eighteen regions, as they are peopled; some do not say where they live. */
export function makePeople(random: Random, count: number, prefix: string): Person[] {
  const population = REGIONS.reduce((sum, region) => sum + region.population, 0);
  const homes = REGIONS.flatMap(({ code, population: here }) =>
    Array<string>(Math.max(6, Math.round((count * here) / population))).fill(code),
  );
  return homes.map((home, index) => ({
    key: `${prefix}-${String(index + 1).padStart(4, "0")}`,
    name: random.chance(0.75)
      ? `${random.pick(FIRST_NAMES)} ${random.pick([..."ABCDEFGHJKLMNPRSTV"])}.`
      : null,
    region: random.chance(0.05) ? UNKNOWN : home,
    stakeholder: random.weighted(STAKEHOLDERS),
    channel: random.weighted({ online: 84, event: home === "84" ? 60 : 4, paper: 7 }),
  }));
}
