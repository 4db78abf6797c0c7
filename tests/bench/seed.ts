import { createHash, randomBytes } from "node:crypto";

/** What the benchmarks' data is made with, on either database. */
export type Run = (sql: string, values?: unknown[]) => Promise<unknown>;

export const SLUG = "banc-d-essai";
export const ITEMS = 65;

const REGIONS = "'{84,27,53,24,94,44,01,03,32,11,04,02,06,28,75,76,52,93}'::text[]";
const STAKEHOLDERS =
  "'{citizen,independent-professional,employed-professional,hospital,social-care,industry,institution,research}'::text[]";

/** An open consultation of 4 axes, 18 actions and 43 objectives, or so many: 65 items, refs item-1 to item-65. */
export async function seedConsultation(run: Run, items = ITEMS): Promise<void> {
  await run(
    `INSERT INTO consultation (slug, title, summary, status, opens_at, closes_at, publisher_name)
     VALUES ($1, 'Banc d''essai', 'Une feuille de route de 65 éléments.', 'published', now() - interval '10 days', now() + interval '10 days', 'DNS')`,
    [SLUG],
  );
  await run(
    `INSERT INTO item (consultation_id, ref, kind, number, title, body, position, parent_id)
     SELECT c.id, 'item-' || n, CASE WHEN n <= 4 THEN 'axis' WHEN n <= 22 THEN 'action' ELSE 'objective' END,
            CASE WHEN n <= 4 THEN n WHEN n <= 22 THEN n - 4 END, 'Élément numéro ' || n || ' de la feuille de route du numérique en santé',
            'Un texte de quelques lignes, **en Markdown**, qui dit ce que l''on propose de faire, avec qui, et pour quand.',
            CASE WHEN n <= 4 THEN (n - 1) * 100000 WHEN n <= 22 THEN ((n - 5) % 4) * 100000 + n * 100 ELSE ((n - 23) % 18 % 4) * 100000 + ((n - 23) % 18 + 5) * 100 + n END,
            NULL
     FROM consultation c, generate_series(1, ${items}) AS n WHERE c.slug = $1`,
    [SLUG],
  );
  await run(
    `UPDATE item AS i SET parent_id = p.id FROM item AS p
     WHERE p.consultation_id = i.consultation_id AND i.kind <> 'axis' AND p.ref = 'item-' ||
       CASE WHEN i.kind = 'action' THEN (substr(i.ref, 6)::int - 5) % 4 + 1 ELSE (substr(i.ref, 6)::int - 23) % 18 + 5 END`,
  );
}

/** Accounts with a session each, and perhaps a role in all consultations; returns the sessions' secrets, as the cookie carries them. */
export async function seedSessions(run: Run, count: number, role?: string): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString("base64url"));
  const hashes = tokens.map((token) => createHash("sha256").update(token).digest("hex"));
  const made = `bench-${role ?? "participant"}`;
  await run(
    `INSERT INTO account (email, display_name, region, stakeholder)
     SELECT '${made}-' || n || '@example.org', 'Personne ' || n, (${REGIONS})[1 + n % 18], (${STAKEHOLDERS})[1 + n % 8]
     FROM generate_series(1, ${count}) AS n`,
  );
  if (role)
    await run(
      "INSERT INTO staff_grant (account_id, role) SELECT id, $1::text FROM account WHERE email LIKE $2::text || '-%'",
      [role, made],
    );
  await run(
    `INSERT INTO session (id, account_id, expires_at, proofs, proven_at)
     SELECT h.hash, a.id, now() + interval '29 days', '{password}', now() FROM unnest($1::text[]) WITH ORDINALITY AS h (hash, n)
     JOIN account a ON a.email = '${made}-' || h.n || '@example.org'`,
    [hashes],
  );
  return tokens;
}

/** People known by an import's key, spread over regions and stakeholders. */
export async function seedParticipants(run: Run, count: number): Promise<void> {
  await run(
    `INSERT INTO participant (consultation_id, external_key, region, stakeholder)
     SELECT c.id, 'p' || n, (${REGIONS})[1 + n % 18], (${STAKEHOLDERS})[1 + n % 8]
     FROM consultation c, generate_series(1, ${count}) AS n WHERE c.slug = $1`,
    [SLUG],
  );
}

/** One rating of every item by participants `from` to `to`, through the triggers that count. */
export async function seedRatings(run: Run, from: number, to: number): Promise<void> {
  for (let start = from; start <= to; start += 250) {
    await run(
      `INSERT INTO voice (participant_id, item_id, consultation_id, region, stakeholder, position, position_channel, stars, stars_channel)
       SELECT p.id, i.id, i.consultation_id, p.region, p.stakeholder,
              (ARRAY['for','for','mixed','against'])[1 + (p.id * 7 + i.id) % 4], 'online', 1 + (p.id * 13 + i.id * 5) % 5, 'online'
       FROM participant p JOIN item i ON i.consultation_id = p.consultation_id
       WHERE p.external_key = ANY (SELECT 'p' || n FROM generate_series(${start}, ${Math.min(start + 249, to)}) AS n)
       ON CONFLICT (participant_id, item_id) DO UPDATE SET position = excluded.position, position_channel = excluded.position_channel,
         stars = excluded.stars, stars_channel = excluded.stars_channel`,
    );
  }
}

/** `count` comments on one item, each supported by nobody yet. */
export async function seedComments(run: Run, ref: string, count: number): Promise<void> {
  await run(
    `INSERT INTO comment (consultation_id, item_id, participant_id, body, created_at)
     SELECT i.consultation_id, i.id, p.id, 'Commentaire de la personne ' || p.id || ' : la *transmission systématique* réglerait la question, à condition que les logiciels suivent et que chacun s''y retrouve.',
            now() - (p.id || ' seconds')::interval
     FROM item i JOIN participant p ON p.consultation_id = i.consultation_id
     WHERE i.ref = $1 ORDER BY p.id LIMIT ${count}`,
    [ref],
  );
}
