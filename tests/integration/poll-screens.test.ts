import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { AccountActor } from "~/modules/identity";
import { viewOf, type Audience, type PollView } from "~/modules/polls";
import { closePolls, control, watchPoll } from "~/modules/polls/index.server";
import { now, setClock } from "~/platform/clock";
import { db } from "~/platform/db/index.server";
import { freshDatabase } from "../setup/database";
import { emptyDatabase, seedConsultation } from "../setup/participation";
import { answerAs, CODE, seedOrganiser, seedPoll } from "../setup/polls";

const QUESTIONS = [
  {
    ref: "evoque",
    kind: "single",
    title: "Évoque…",
    options: [
      { ref: "ambition", label: "une ambition" },
      { ref: "labyrinthe", label: "un labyrinthe" },
    ],
  },
  { ref: "suite", kind: "scale", title: "Et la suite ?" },
];

let organiser: AccountActor;
const stops: (() => void)[] = [];

/** What comes by itself, also on a machine that does much else. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 15_000 });

/** A screen that keeps all that it was told. */
async function follow(audience: Audience): Promise<PollView[]> {
  const told: PollView[] = [];
  const view = (snapshot: Parameters<typeof viewOf>[0]) =>
    told.push(viewOf(snapshot, audience, now().getTime()));
  const { snapshot, watch } = await watchPoll(CODE, audience, view);
  stops.push(() => watch.close());
  view(snapshot);
  return told;
}

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await closePolls();
  await emptyDatabase();
  organiser = await seedOrganiser();
  await seedPoll(await seedConsultation(), QUESTIONS);
});
afterAll(closePolls);

test("every screen is told what an organiser does", async () => {
  const screens = await Promise.all((["phone", "screen", "console"] as const).map(follow));
  await control(organiser, CODE, { act: "open", question: "evoque" });
  for (const told of screens)
    await soon(() =>
      expect(told.at(-1)).toMatchObject({ version: 1, state: "open", question: { ref: "evoque" } }),
    );
  await control(organiser, CODE, { act: "open", question: "suite" });
  for (const told of screens)
    await soon(() => expect(told.at(-1)).toMatchObject({ version: 2, question: { ref: "suite" } }));
});

test("answers are told together, to those who see them: the projector its number, phones nothing before the results are shown", async () => {
  await control(organiser, CODE, { act: "open", question: "evoque" });
  const [phone, screen] = [await follow("phone"), await follow("screen")];
  const before = { phone: phone.length, screen: screen.length };
  await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      answerAs(`d${index}`, "evoque", { choice: [index % 4 ? "ambition" : "labyrinthe"] }),
    ),
  );
  await soon(() => expect(screen.at(-1)?.counts?.answers).toBe(200));
  expect(screen.at(-1)?.results).toBeUndefined();
  expect(screen.length - before.screen).toBeLessThan(50);
  expect(phone.slice(before.phone).filter(({ results }) => results)).toEqual([]);
  await control(organiser, CODE, { act: "reveal", question: "evoque" });
  await soon(() =>
    expect(phone.at(-1)?.results?.total).toMatchObject({
      n: 200,
      rows: [{ n: 150, share: 0.75 }, { n: 50 }],
    }),
  );
});

test("the end of the time limit is told without anybody's doing", async () => {
  let instant = Date.now();
  stops.push(setClock(() => instant));
  const told = await follow("phone");
  // A limit shorter than an organiser may set, so that the test does not wait for it.
  await db().prisma.poll.updateMany({
    data: {
      closesAt: new Date(instant + 300),
      phase: "open",
      questionId: (await db().prisma.pollQuestion.findFirstOrThrow()).id,
    },
  });
  await control(organiser, CODE, { act: "unblank" });
  // The server's clock stands still: however long this takes, the question is open.
  await soon(() => expect(told.at(-1)?.state).toBe("open"));
  instant += 300;
  await soon(() => expect(told.at(-1)?.state).toBe("closed"));
});

test("the phones that hold a stream are counted in the database", async () => {
  const { watch } = await watchPoll(CODE, "phone", () => {});
  stops.push(() => watch.close());
  watch.size(3);
  const screen = await follow("screen");
  await soon(() => expect(screen.at(-1)?.counts?.connected).toBe(3));
});
