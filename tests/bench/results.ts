import { startServer } from "../setup/server";
import { durablePostgres } from "./databases";
import { printTable, type Row } from "./report";
import { ITEMS, seedConsultation, seedParticipants, seedRatings, seedSessions, SLUG } from "./seed";
import { median, percentile } from "./statistics";

const SMALL = 10_000;
const LARGE = 1_000_000;
const REQUESTS = 60;

/** What the results of 65 items × 18 regions cost when there are 10,000 ratings, and when there are 1,000,000. */
export default async function results(): Promise<void> {
  const postgres = await durablePostgres();
  await seedConsultation(postgres.run);
  await seedParticipants(postgres.run, Math.ceil(LARGE / ITEMS));
  const [token = ""] = await seedSessions(postgres.run, 1, "moderator");
  const rows: Row[] = [];
  const exact: boolean[] = [];
  let seeded = 0;
  for (const ratings of [SMALL, LARGE]) {
    const people = Math.ceil(ratings / ITEMS);
    await seedRatings(postgres.run, seeded + 1, people);
    seeded = people;
    await postgres.run("VACUUM ANALYZE");
    const server = await startServer({ databaseUrl: postgres.database, env: { DEMO: "0" } });
    const naive = await timed(
      () =>
        postgres.run(
          "SELECT item_id, region, count(*), count(stars), avg(stars) FROM voice GROUP BY item_id, region",
        ),
      5,
    );
    // A query of its own each time, so that no two answers to the public share a rendering.
    let turn = 0;
    for (const [what, path, cookie] of [
      ["page, staff", `/concertations/${SLUG}/resultats?`, `session=${token}`],
      ["API, staff", `/api/v1/concertations/${SLUG}/resultats?`, `session=${token}`],
      ["page, public (small cells hidden)", `/concertations/${SLUG}/resultats?`, ""],
      ["page, public, one stakeholder", `/concertations/${SLUG}/resultats?categorie=citizen&`, ""],
    ] as const) {
      const get = () =>
        fetch(`http://127.0.0.1:${server.port}${path}n=${turn++}`, {
          headers: cookie ? { Cookie: cookie } : {},
        });
      if (what === "API, staff") exact.push(await agrees(await (await get()).json(), postgres.pool));
      const samples = await timed(async () => void (await (await get()).text()), REQUESTS);
      rows.push({
        what: `${what}, ${(people * ITEMS).toLocaleString("en-US")} ratings`,
        n: samples.length,
        "median ms": median(samples),
        "p95 ms": percentile(samples, 0.95),
        "p99 ms": percentile(samples, 0.99),
        "yardstick: counting voices, median ms": median(naive),
        "ratio to yardstick": median(samples) / median(naive),
      });
    }
    await server.stop();
  }
  await postgres.stop();
  const of = (index: number) => Number(rows[index]?.["median ms"]);
  const kinds = rows.length / 2;
  const ratios = rows
    .slice(0, kinds)
    .map(
      ({ what }, index) =>
        `${what.replace(/, [\d,]+ ratings$/, "")} ${(of(index + kinds) / of(index)).toFixed(2)}`,
    );
  printTable("results: 65 items × 18 regions", rows, [
    `Cost at ${LARGE.toLocaleString("en-US")} ratings to cost at ${SMALL.toLocaleString("en-US")}: ${ratios.join("; ")}.`,
    exact.every(Boolean)
      ? "Every cell of the API equals a recount of the voices, at both sizes."
      : "THE FIGURES DIFFER from a recount of the voices.",
  ]);
}

async function timed(work: () => Promise<unknown>, times: number): Promise<number[]> {
  for (let i = 0; i < 3; i++) await work();
  const samples: number[] = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await work();
    samples.push(performance.now() - started);
  }
  return samples;
}

interface Cell {
  participants: number;
  stars: { count: number; mean: number | null };
}
interface Answer {
  items: { ref: string; byRegion: Record<string, Cell> }[];
}

async function agrees(
  answer: unknown,
  pool: { query(sql: string): Promise<{ rows: Record<string, unknown>[] }> },
): Promise<boolean> {
  const { items } = answer as Answer;
  const { rows } = await pool.query(
    "SELECT i.ref, v.region, count(*)::int AS n, count(v.stars)::int AS stars, avg(v.stars)::float AS mean FROM voice v JOIN item i ON i.id = v.item_id GROUP BY 1, 2",
  );
  const cells = new Map(
    items.flatMap(({ ref, byRegion }) =>
      Object.entries(byRegion).map(([region, cell]) => [`${ref} ${region}`, cell] as const),
    ),
  );
  return (
    rows.length > 0 &&
    rows.every((row) => {
      const cell = cells.get(`${String(row.ref)} ${String(row.region)}`);
      return (
        cell?.participants === row.n &&
        cell?.stars.count === row.stars &&
        Math.abs((cell?.stars.mean ?? 0) - Number(row.mean)) < 1e-3
      );
    })
  );
}
