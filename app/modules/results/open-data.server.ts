import { stringify } from "csv-stringify/sync";
import { phaseOf } from "~/modules/consultation";
import { can, type Actor } from "~/modules/identity";
import { now } from "~/platform/clock";
import { isSuppressed, type Cell } from "./cells";
import { cubeOf, lineCells, publicCells, wholeCells } from "./cube";
import { readable } from "./read.server";
import { findCubes, findTurnout } from "./store.server";
import { THRESHOLD } from "./suppression";
import { turnoutOf } from "./turnout";
import type { ResultsJson } from "./types";

/** All items with their lines: regions, stakeholders, channels. @throws DomainError as `readable` */
export async function resultsJson(actor: Actor, slug: string): Promise<ResultsJson> {
  const { consultation, items } = await readable(actor, slug);
  const whole = can(actor, "figures.seeLive", consultation.id);
  const [cubes, turnout] = await Promise.all([
    findCubes(
      items.map(({ id }) => id),
      {},
      whole,
    ),
    findTurnout(consultation.id),
  ]);
  const { title, opensAt, closesAt, demonstration } = consultation;
  return {
    consultation: {
      slug: consultation.slug,
      title,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      status: phaseOf(consultation, now()),
      demonstration,
    },
    threshold: THRESHOLD,
    participants: turnoutOf(turnout, whole).participants,
    items: items.map(({ id, ref, kind, number, title }) => {
      const cube = cubes.get(id) ?? cubeOf([]);
      const regions = whole ? wholeCells(cube, {}) : publicCells(cube, {});
      return { ref, kind, number, title, ...regions, ...lineCells(cube, whole) };
    }),
  };
}

const COLUMNS = [
  "reference",
  "type",
  "numero",
  "titre",
  "dimension",
  "modalite",
  "masque",
  "participants",
  "d_accord",
  "mitige",
  "pas_d_accord",
  "notes",
  "moyenne",
  "note_1",
  "note_2",
  "note_3",
  "note_4",
  "note_5",
  "commentaires",
];

/**
 * The same figures as a table: one row per item and total, region, stakeholder category or channel. A suppressed row
 * says so in `masque` and leaves its figures empty. @throws DomainError as `readable`
 */
export async function resultsCsv(actor: Actor, slug: string): Promise<string> {
  const { items } = await resultsJson(actor, slug);
  const rows = items.flatMap(({ ref, kind, number, title, total, byRegion, byStakeholder, byChannel }) => {
    const row = (dimension: string, key: string, cell: Cell) => [
      ref,
      kind,
      number,
      asText(title),
      dimension,
      key,
      ...values(cell),
    ];
    const line = (dimension: string, cells: Record<string, Cell>) =>
      Object.entries(cells)
        .sort()
        .map(([key, cell]) => row(dimension, key, cell));
    return [
      row("total", "", total),
      ...line("region", byRegion),
      ...line("categorie", byStakeholder),
      ...line("canal", byChannel),
    ];
  });
  // A byte order mark, because spreadsheets take a file without one for something else than UTF-8.
  return stringify([COLUMNS, ...rows], { bom: true, record_delimiter: "windows" });
}

function values(cell: Cell): (number | string | null)[] {
  if (isSuppressed(cell)) return ["oui", ...Array<null>(12).fill(null)];
  const { participants, votes, stars, comments } = cell;
  return [
    "non",
    participants,
    votes.for,
    votes.mixed,
    votes.against,
    stars.count,
    stars.mean,
    ...stars.distribution,
    comments,
  ];
}

/** A title that no spreadsheet takes for a formula. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
