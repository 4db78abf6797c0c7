import { snapshot } from "~/platform/db/index.server";
import * as sql from "./recount-sql";

/** A figure that is not what the contributions give. */
export interface Difference {
  figure: "tally" | "turnout" | "participant" | "voice" | "supports";
  /** Where it stands: what of ref, region, stakeholder, channel, name (of the count) and id applies. */
  at: Partial<Record<"ref" | "region" | "stakeholder" | "channel" | "name" | "id", string>>;
  published: string;
  counted: string;
}

export interface Recount {
  /** Figures that were compared. */
  figures: number;
  /** Those that are off, of which `differences` has the first. */
  wrong: number;
  differences: Difference[];
}

const CHECKS = [
  ["tally", sql.WRONG_TALLIES],
  ["turnout", sql.WRONG_TURNOUT],
  ["participant", sql.WRONG_PARTICIPANTS],
  ["voice", sql.WRONG_VOICES],
  ["supports", sql.WRONG_SUPPORTS],
] as const;

/** Compares every published figure with the contributions, as both stood at one instant; lists `most` of each kind. */
export const recountFigures = (consultationId: number, most: number): Promise<Recount> =>
  snapshot(async (tx) => {
    const total = await sql.FIGURES_CHECKED.one(tx, consultationId);
    const recount: Recount = { figures: Number(total?.figures ?? 0), wrong: 0, differences: [] };
    for (const [figure, statement] of CHECKS) {
      const rows = await statement.all(tx, consultationId, most);
      recount.wrong += rows[0]?.all ?? 0;
      for (const { published, counted, all: _, ...at } of rows) {
        recount.differences.push({
          figure,
          at: texts(at),
          published: String(published),
          counted: String(counted),
        });
      }
    }
    return recount;
  });

const texts = (values: Record<string, unknown>): Difference["at"] =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
