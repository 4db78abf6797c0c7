import { int4, json, list, statement, text } from "~/platform/db/sql.server";

/** A row of counts: its place, participants, votes for, mixed, against, one to five stars, comments; or its first four. */
export type Stored = [
  region: string,
  stakeholder: string,
  channel: string,
  participants: number,
  ...counts: number[],
];

const PLACE = "t.region, t.stakeholder, t.channel, t.participants";
const EVERYTHING = `
  ${PLACE}, t.for_count, t.mixed_count, t.against_count, t.stars1, t.stars2, t.stars3, t.stars4, t.stars5, t.comments`;

// The words of the partial index "tally_lines": few rows per item, whatever the number of voices or of crossed cells.
const IN_LINES = `(
  (t.stakeholder = '*' AND t.channel = '*') OR (t.region = '*' AND t.channel = '*') OR (t.region = '*' AND t.stakeholder = '*'))`;

// Gathered by the database: one value per item reads several times faster than fifteen thousand rows.
const select = (rows: string, values = EVERYTHING) => `
  SELECT t.item_id AS "itemId", json_agg(json_build_array(${values})) AS rows
  FROM tally_facts AS t WHERE t.item_id = ANY($1::int[]) AND ${rows} GROUP BY t.item_id`;
const LINE = select(IN_LINES);
const together = (...parts: string[]) => [LINE, ...parts].join(" UNION ALL ");
const gives = { itemId: int4, rows: json<Stored[]>() };

/** The lines of items. $1 items. */
export const LINES = statement("results.lines", { sql: LINE, takes: [list(int4)], gives });

// The crossed rows of a view besides and, where it is to be judged what the public sees, those of which only the
// participants matter: they decide on it. $1 items, $2 the stakeholder or the channel.

const ofStakeholder = select("t.channel = '*' AND t.stakeholder = $2::text");
const otherStakeholders = select("t.channel = '*' AND t.stakeholder NOT IN ('*', $2::text)", PLACE);
export const BY_STAKEHOLDER = {
  all: statement("results.by-stakeholder", {
    sql: together(ofStakeholder),
    takes: [list(int4), text],
    gives,
  }),
  judged: statement("results.by-stakeholder-judged", {
    sql: together(ofStakeholder, otherStakeholders),
    takes: [list(int4), text],
    gives,
  }),
};

const ofChannel = select("t.stakeholder = '*' AND t.channel = $2::text");
const otherChannels = select("t.stakeholder = '*' AND t.channel NOT IN ('*', $2::text)", PLACE);
export const BY_CHANNEL = {
  all: statement("results.by-channel", { sql: together(ofChannel), takes: [list(int4), text], gives }),
  judged: statement("results.by-channel-judged", {
    sql: together(ofChannel, otherChannels),
    takes: [list(int4), text],
    gives,
  }),
};

/** $1 items, $2 stakeholder, $3 channel. */
export const BOTH = statement("results.by-both", {
  sql: together(select("t.stakeholder = $2::text AND t.channel = $3::text")),
  takes: [list(int4), text, text],
  gives,
});

/** Everybody's counts. $1 items. */
export const TOTALS = statement("results.totals", {
  sql: `
    SELECT t.item_id AS "itemId", json_build_array(${EVERYTHING}) AS row FROM tally_facts AS t
    WHERE t.item_id = ANY($1::int[]) AND t.region = '*' AND t.stakeholder = '*' AND t.channel = '*'`,
  takes: [list(int4)],
  gives: { itemId: int4, row: json<Stored>() },
});

/** $1 consultation. */
export const TURNOUT = statement("results.turnout", {
  sql: `SELECT region, stakeholder, participants FROM turnout_facts WHERE consultation_id = $1::int`,
  takes: [int4],
  gives: { region: text, stakeholder: text, participants: int4 },
});
