import { REGION_CODES, STAKEHOLDERS } from "~/modules/identity";
import { SUPPRESSED, type Headcount } from "./cells";
import { hideInLine, THRESHOLD } from "./suppression";

/** Who takes part in a consultation: people whose voice counts on at least one item. */
export interface Turnout {
  participants: number;
  byRegion: Record<string, Headcount>;
  byStakeholder: Record<string, Headcount>;
}

/** Adds up the participants of each region and of each stakeholder category; staff (`all`) see every one. */
export function turnoutOf(
  rows: readonly { region: string; stakeholder: string; participants: number }[],
  all: boolean,
  threshold = THRESHOLD,
): Turnout {
  const line = (
    keys: readonly string[],
    keyOf: (row: (typeof rows)[number]) => string,
  ): Record<string, Headcount> => {
    const counts = new Map(keys.map((key) => [key, 0]));
    for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + row.participants);
    const hidden = all ? new Set<string>() : hideInLine(counts, threshold);
    return Object.fromEntries(
      [...counts].map(([key, participants]) => [key, hidden.has(key) ? SUPPRESSED : { participants }]),
    );
  };
  return {
    participants: rows.reduce((sum, { participants }) => sum + participants, 0),
    byRegion: line(REGION_CODES, ({ region }) => region),
    byStakeholder: line(STAKEHOLDERS, ({ stakeholder }) => stakeholder),
  };
}
