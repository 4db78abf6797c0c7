// Every published figure, computed anew from what people said: positions and stars in voice, rows of comment and of
// support. Written without the functions that keep the figures, so that an error there shows here; which
// comments count is the same to both: it is said once.

import { int4, int8, statement, text } from "~/platform/db/sql.server";

/** What each person said of each item by each channel. $1 consultation. */
const SAID = `
  said AS (
    SELECT part.participant_id, part.item_id, part.channel, p.region, p.stakeholder,
           max(part.position) AS position, max(part.stars) AS stars, sum(part.comments) AS comments
    FROM (
      SELECT participant_id, item_id, position_channel AS channel, position, NULL::smallint AS stars, 0 AS comments
      FROM voice WHERE position IS NOT NULL
      UNION ALL
      SELECT participant_id, item_id, stars_channel, NULL, stars, 0 FROM voice WHERE stars IS NOT NULL
      UNION ALL
      SELECT participant_id, item_id, channel, NULL, NULL, 1 FROM comment_as_read WHERE counted
    ) AS part
    JOIN item_facts AS i ON i.id = part.item_id AND i.consultation_id = $1::int
    JOIN participant AS p ON p.id = part.participant_id
    GROUP BY 1, 2, 3, 4, 5
  )`;

const FIGURES = [
  "participants",
  "for_count",
  "mixed_count",
  "against_count",
  "stars1",
  "stars2",
  "stars3",
  "stars4",
  "stars5",
  "comments",
];

/** Cells of tally that are not what was said. $1 consultation, $2 how many at most. */
export const WRONG_TALLIES = statement("participation.wrong-tallies", {
  sql: `
  WITH ${SAID}, counted AS (
    SELECT item_id, coalesce(region, '*') AS region, coalesce(stakeholder, '*') AS stakeholder, coalesce(channel, '*') AS channel,
           count(DISTINCT participant_id) AS participants,
           count(*) FILTER (WHERE position = 'for') AS for_count, count(*) FILTER (WHERE position = 'mixed') AS mixed_count,
           count(*) FILTER (WHERE position = 'against') AS against_count,
           count(*) FILTER (WHERE stars = 1) AS stars1, count(*) FILTER (WHERE stars = 2) AS stars2,
           count(*) FILTER (WHERE stars = 3) AS stars3, count(*) FILTER (WHERE stars = 4) AS stars4,
           count(*) FILTER (WHERE stars = 5) AS stars5, sum(comments) AS comments
    FROM said GROUP BY item_id, CUBE (region, stakeholder, channel)
  ), published AS (
    SELECT t.* FROM tally AS t JOIN item_facts AS i ON i.id = t.item_id AND i.consultation_id = $1::int
  ), compared AS (
    SELECT item_id, region, stakeholder, channel, figure.name, figure.published::int AS published, figure.counted::int AS counted
    FROM counted AS c FULL JOIN published AS t USING (item_id, region, stakeholder, channel)
    CROSS JOIN LATERAL (VALUES
      ${FIGURES.map((name) => `('${name}', coalesce(t.${name}, 0), coalesce(c.${name}, 0))`).join(", ")}
    ) AS figure (name, published, counted)
  )
  SELECT i.ref, d.region, d.stakeholder, d.channel, d.name, d.published, d.counted, count(*) OVER ()::int AS "all"
  FROM compared AS d JOIN item_facts AS i ON i.id = d.item_id
  WHERE d.published <> d.counted ORDER BY i.position, 2, 3, 4, 5 LIMIT $2::int`,
  takes: [int4, int4],
  gives: {
    ref: text,
    region: text,
    stakeholder: text,
    channel: text,
    name: text,
    published: int4,
    counted: int4,
    all: int4,
  },
});

/** The same for turnout. */
export const WRONG_TURNOUT = statement("participation.wrong-turnout", {
  sql: `
  WITH ${SAID}, counted AS (
    SELECT region, stakeholder, count(DISTINCT participant_id) AS participants FROM said GROUP BY 1, 2
  )
  SELECT region, stakeholder, coalesce(t.participants, 0) AS published, coalesce(c.participants, 0)::int AS counted,
         count(*) OVER ()::int AS "all"
  FROM counted AS c FULL JOIN (SELECT * FROM turnout WHERE consultation_id = $1::int) AS t USING (region, stakeholder)
  WHERE coalesce(t.participants, 0) <> coalesce(c.participants, 0) ORDER BY 1, 2 LIMIT $2::int`,
  takes: [int4, int4],
  gives: { region: text, stakeholder: text, published: int4, counted: int4, all: int4 },
});

/** Participants whose number of voices is wrong. */
export const WRONG_PARTICIPANTS = statement("participation.wrong-participants", {
  sql: `
  WITH ${SAID}, counted AS (SELECT participant_id, count(DISTINCT item_id)::int AS voices FROM said GROUP BY 1)
  SELECT p.id, p.voices AS published, coalesce(c.voices, 0) AS counted, count(*) OVER ()::int AS "all"
  FROM participant AS p LEFT JOIN counted AS c ON c.participant_id = p.id
  WHERE p.consultation_id = $1::int AND p.voices <> coalesce(c.voices, 0) ORDER BY p.id LIMIT $2::int`,
  takes: [int4, int4],
  gives: { id: int4, published: int4, counted: int4, all: int4 },
});

/** Voices whose number of comments, region or stakeholder is not that of the comments and of the person. */
export const WRONG_VOICES = statement("participation.wrong-voices", {
  sql: `
  WITH counted AS (
    SELECT participant_id, item_id, count(*) FILTER (WHERE channel = 'online')::int AS online,
           count(*) FILTER (WHERE channel = 'event')::int AS event, count(*) FILTER (WHERE channel = 'paper')::int AS paper
    FROM comment_as_read WHERE consultation_id = $1::int AND counted GROUP BY 1, 2
  ), compared AS (
    SELECT p.id, item_id,
           concat_ws(' ', v.region, v.stakeholder, v.comments_online, v.comments_event, v.comments_paper) AS published,
           concat_ws(' ', p.region, p.stakeholder, coalesce(c.online, 0), coalesce(c.event, 0), coalesce(c.paper, 0)) AS counted
    FROM (SELECT * FROM voice WHERE consultation_id = $1::int) AS v
    FULL JOIN counted AS c USING (participant_id, item_id) JOIN participant AS p ON p.id = participant_id
  )
  SELECT d.id, i.ref, d.published, d.counted, count(*) OVER ()::int AS "all"
  FROM compared AS d JOIN item_facts AS i ON i.id = d.item_id
  WHERE d.published <> d.counted ORDER BY i.position, d.id LIMIT $2::int`,
  takes: [int4, int4],
  gives: { id: int4, ref: text, published: text, counted: text, all: int4 },
});

/** Comments whose number of supports is wrong. */
export const WRONG_SUPPORTS = statement("participation.wrong-supports", {
  sql: `
  SELECT c.id, i.ref, c.supports AS published, coalesce(s.supports, 0) AS counted, count(*) OVER ()::int AS "all"
  FROM comment AS c JOIN item_facts AS i ON i.id = c.item_id
  LEFT JOIN (SELECT comment_id, count(*)::int AS supports FROM support GROUP BY 1) AS s ON s.comment_id = c.id
  WHERE c.consultation_id = $1::int AND c.supports <> coalesce(s.supports, 0) ORDER BY c.id LIMIT $2::int`,
  takes: [int4, int4],
  gives: { id: int4, ref: text, published: int4, counted: int4, all: int4 },
});

/** How many figures there are to be right. $1 consultation. */
export const FIGURES_CHECKED = statement("participation.figures-checked", {
  sql: `
  SELECT (SELECT count(*) * ${FIGURES.length} FROM tally AS t JOIN item_facts AS i ON i.id = t.item_id WHERE i.consultation_id = $1::int)
       + (SELECT count(*) FROM turnout WHERE consultation_id = $1::int)
       + (SELECT count(*) FROM participant WHERE consultation_id = $1::int)
       + (SELECT count(*) * 3 FROM voice WHERE consultation_id = $1::int)
       + (SELECT count(*) FROM comment WHERE consultation_id = $1::int) AS figures`,
  takes: [int4],
  gives: { figures: int8 },
});
