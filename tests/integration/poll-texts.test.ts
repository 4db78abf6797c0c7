import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ANONYMOUS } from "~/modules/identity";
import { PUBLICATIONS } from "~/modules/participation";
import { viewOf } from "~/modules/polls";
import { exportAnswers, getTour, publicResults, readOwn, readPoll } from "~/modules/polls/index.server";
import { db } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import { answerAs, CODE, holdRoom, supportAs } from "../setup/polls";

const SECRET = "confidence";
const MARK = "▇▇▇";

interface Written {
  device: number;
  publication: (typeof PUBLICATIONS)[number];
  withdrawn: boolean;
  masked: boolean;
  answered: boolean;
}

const written = fc.record<Written>({
  device: fc.nat(3),
  publication: fc.constantFrom(...PUBLICATIONS),
  withdrawn: fc.boolean(),
  masked: fc.boolean(),
  answered: fc.boolean(),
});

beforeAll(async () => void (await freshDatabase()));

/** Says each from its device, then lets its author and the organisers do their part. */
async function say(all: readonly Written[]) {
  const room = await holdRoom();
  await room.open("libre");
  await room.act({ act: "reveal", question: "libre" });
  const bodies = all.map((_, index) => `Texte ${index} ${SECRET} fin`);
  for (const [index, { device }] of all.entries())
    await answerAs(`d${device}`, "libre", { text: [bodies[index] ?? ""] });
  const rows = await db().prisma.pollText.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ body }) => body)).toEqual(bodies);
  const made = all.map((one, index) => {
    const body = bodies[index] ?? "";
    const standing = one.withdrawn ? ("withdrawn" as const) : one.publication;
    return {
      ...one,
      id: rows[index]?.id ?? 0,
      body,
      standing,
      answered: one.answered && standing === "published",
      text: one.masked ? body.replace(SECRET, MARK) : body,
    };
  });
  for (const { id, body, publication, withdrawn, masked, answered } of made) {
    const from = body.indexOf(SECRET);
    const masks = masked ? `{[${from},${from + SECRET.length})}` : "{}";
    await db().prisma.$executeRaw`
      UPDATE poll_text SET publication = ${publication}, answered = ${answered}, masks = ${masks}::int4multirange,
        withdrawn_at = ${withdrawn ? new Date() : null}::timestamptz WHERE id = ${id}`;
  }
  return { room, made };
}

const told = (texts: readonly { id: number; body: string; answered: boolean }[]) =>
  texts.map(({ id, body, answered }) => ({ id, body, answered })).sort((a, b) => a.id - b.id);
const as = (made: Awaited<ReturnType<typeof say>>["made"]) =>
  made.map(({ id, text, answered }) => ({ id, body: text, answered }));

async function expectOneSet({ room, made }: Awaited<ReturnType<typeof say>>): Promise<void> {
  const readable = made.filter(({ standing }) => standing === "published");
  const kept = made.filter(({ withdrawn }) => !withdrawn);

  expect(told((await publicResults(room.stageId))[0]?.texts ?? [])).toEqual(as(readable));
  const moment = await readPoll(CODE);
  for (const audience of ["phone", "screen"] as const)
    expect(told(viewOf(moment, audience, Date.now()).texts)).toEqual(as(readable));

  // Organisers judge the others too, but for what its author took back.
  const judged = (await room.resultsOf("libre")).texts;
  expect(told(judged)).toEqual(as(kept));
  for (const { id, standing } of kept) expect(judged.find((text) => text.id === id)?.standing).toBe(standing);

  for (const { id, standing } of made) {
    const supported = supportAs("d9", id);
    if (standing === "published") await supported;
    else await expect(supported).rejects.toMatchObject({ code: "not-found" });
  }

  // Whoever wrote took part, whatever became of the text.
  const people = new Set(kept.map(({ device }) => device)).size;
  expect((await room.resultsOf("libre")).total.n).toBe(people);
  const tour = await getTour(ANONYMOUS, room.consultation.slug);
  expect(JSON.stringify(tour)).toContain(`"respondents":${people},"answers":${kept.length}`);

  for (const device of new Set(made.map((one) => one.device))) {
    const own = await readOwn({ actor: ANONYMOUS, device: `d${device}` }, CODE);
    expect(own.texts["libre.0"] ?? []).toEqual(
      kept.filter((one) => one.device === device).map(({ body }) => body),
    );
  }

  const rows = parse<{ reponse: string; statut: string }>(
    await exportAnswers(room.organiser, room.consultation.slug, "etape"),
    { columns: true },
  );
  const words = { pending: "pending", published: "visible", refused: "hidden", withdrawn: "withdrawn" };
  expect(rows.map(({ reponse, statut }) => [reponse, statut]).sort()).toEqual(
    made
      .map(({ text, standing, answered, withdrawn }) => [
        withdrawn ? "" : text,
        answered ? "answered" : words[standing],
      ])
      .sort(),
  );
}

test("what is readable of a poll's texts is one set on phones, projector, console, page, in supports and in the file", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 5 }), async (all) =>
      expectOneSet(await say(all)),
    ),
    { numRuns: 10 },
  );
}, 120_000);
