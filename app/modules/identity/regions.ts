import { z } from "zod";

export interface Region {
  /** INSEE code. */
  code: string;
  name: string;
  /** Reference population (INSEE, by @etalab/decoupage-administratif 6.0.0; Mayotte: 2017). */
  population: number;
  timeZone: string;
  /** Three or four letters for column heads. */
  short: string;
}

/** The eighteen regions of France; each has one regional health agency. */
export const REGIONS: readonly Region[] = [
  { code: "84", name: "Auvergne-Rhône-Alpes", population: 8_205_557, timeZone: "Europe/Paris", short: "ARA" },
  {
    code: "27",
    name: "Bourgogne-Franche-Comté",
    population: 2_802_670,
    timeZone: "Europe/Paris",
    short: "BFC",
  },
  { code: "53", name: "Bretagne", population: 3_449_370, timeZone: "Europe/Paris", short: "BRE" },
  { code: "24", name: "Centre-Val de Loire", population: 2_587_031, timeZone: "Europe/Paris", short: "CVL" },
  { code: "94", name: "Corse", population: 355_486, timeZone: "Europe/Paris", short: "COR" },
  { code: "44", name: "Grand Est", population: 5_563_378, timeZone: "Europe/Paris", short: "GES" },
  { code: "01", name: "Guadeloupe", population: 384_160, timeZone: "America/Guadeloupe", short: "GUA" },
  { code: "03", name: "Guyane", population: 293_996, timeZone: "America/Cayenne", short: "GUY" },
  { code: "32", name: "Hauts-de-France", population: 5_992_194, timeZone: "Europe/Paris", short: "HDF" },
  { code: "11", name: "Île-de-France", population: 12_463_067, timeZone: "Europe/Paris", short: "IDF" },
  { code: "04", name: "La Réunion", population: 889_679, timeZone: "Indian/Reunion", short: "REU" },
  { code: "02", name: "Martinique", population: 360_630, timeZone: "America/Martinique", short: "MTQ" },
  { code: "06", name: "Mayotte", population: 256_518, timeZone: "Indian/Mayotte", short: "MAY" },
  { code: "28", name: "Normandie", population: 3_345_842, timeZone: "Europe/Paris", short: "NOR" },
  { code: "75", name: "Nouvelle-Aquitaine", population: 6_150_451, timeZone: "Europe/Paris", short: "NAQ" },
  { code: "76", name: "Occitanie", population: 6_124_653, timeZone: "Europe/Paris", short: "OCC" },
  { code: "52", name: "Pays de la Loire", population: 3_907_156, timeZone: "Europe/Paris", short: "PDL" },
  {
    code: "93",
    name: "Provence-Alpes-Côte d'Azur",
    population: 5_218_960,
    timeZone: "Europe/Paris",
    short: "PACA",
  },
];

export const UNKNOWN = "unknown";
export const REGION_CODES: readonly string[] = [...REGIONS.map(({ code }) => code), UNKNOWN];
export const findRegion = (code: string): Region | undefined =>
  REGIONS.find((region) => region.code === code);

/** Who speaks; the words that people read are in the catalogues under `identity:stakeholders`. */
export const STAKEHOLDERS = [
  "citizen",
  "independent-professional",
  "employed-professional",
  "hospital",
  "social-care",
  "industry",
  "institution",
  "regional-agency",
  "research",
  "other",
  UNKNOWN,
] as const;

/** Left unsaid is an answer, and a spreadsheet makes 1 of 01. */
function normalise(written: unknown): unknown {
  if (written === undefined || written === null) return UNKNOWN;
  if (typeof written !== "string") return written;
  const text = written.trim();
  return /^\d$/.test(text) ? `0${text}` : text || UNKNOWN;
}

/** Who speaks, read alike from a form, a file and a poll: one voice is one cell of the figures, however it came. */
export const speakerSchema = z.object({
  region: z.preprocess(normalise, z.enum(REGION_CODES, "identity:errors.region")),
  stakeholder: z.preprocess(normalise, z.enum(STAKEHOLDERS, "identity:errors.stakeholder")),
});
export type Speaker = z.infer<typeof speakerSchema>;

/** The same for what code hands over, and nobody has typed just now. @throws when it is nobody's region or category. */
export const speakerOf = ({ region, stakeholder }: Record<keyof Speaker, string>): Speaker =>
  speakerSchema.parse({ region, stakeholder });
