import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { ITEMS } from "./seed";

const REGIONS = [
  "84",
  "27",
  "53",
  "24",
  "94",
  "44",
  "01",
  "03",
  "32",
  "11",
  "04",
  "02",
  "06",
  "28",
  "75",
  "76",
  "52",
  "93",
  "",
];
const STAKEHOLDERS = [
  "citizen",
  "independent-professional",
  "employed-professional",
  "hospital",
  "industry",
  "institution",
  "",
];
const POSITIONS = ["for", "mixed", "against", "for", ""];
const HEADER = "id,reference,participant,canal,region,categorie,position,etoiles,commentaire,depose_le\n";

/** Writes `rows` paper contributions about so many items, one in ten with a comment; the same bytes each time. */
export async function writeContributions(file: string, rows: number, items = ITEMS): Promise<void> {
  const out = createWriteStream(file);
  out.write(HEADER);
  for (let i = 0; i < rows; i++) {
    const person = Math.floor(i / items);
    const comment =
      i % 10 === 0
        ? `"Commentaire ${i} : d'accord, mais ""pas seul"" ; il faut que les logiciels suivent."`
        : "";
    const line = [
      `r${i}`,
      `item-${1 + (i % items)}`,
      `p${person}`,
      "paper",
      REGIONS[person % REGIONS.length],
      STAKEHOLDERS[person % STAKEHOLDERS.length],
      POSITIONS[i % POSITIONS.length],
      1 + (i % 5),
      comment,
      "2026-01-15T10:00:00+01:00",
    ].join(",");
    if (!out.write(`${line}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
