import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { act, openConsole } from "../bench/poll-room";
import { choiceQuestion, CODE } from "../bench/poll-seed";
import { disperse, gather, tallyIn, type Guest, type Room } from "../setup/crowd";
import { eventually } from "../setup/eventually";
import { pollServers, type PollServers } from "../setup/poll-servers";

let polls: PollServers;
let room: Room;
let guests: Guest[];

beforeAll(async () => {
  polls = await pollServers();
  room = polls.room(await polls.start());
  guests = await gather(10, () => [room.port]);
}, 90_000);
afterAll(async () => {
  disperse(guests);
  await polls.stop();
}, 60_000);

/** Posts a form, as a page with a script (`json`) or without one does. */
const post = (body: string, json: boolean, { code = CODE, cookie = guests[0]?.cookie ?? "" } = {}) =>
  fetch(`http://127.0.0.1:${room.port}/direct/${code}`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "Accept-Language": "fr",
      Cookie: cookie,
      Origin: `http://127.0.0.1:${room.port}`,
      Accept: json ? "application/json" : "text/html",
    },
    body,
  });

const REFUSED = [
  ["a wrong code", choiceQuestion(1), `question=${choiceQuestion(1)}&choice=ambition`, 404, /code/, "ZZZZZZ"],
  [
    "a question that is closed",
    choiceQuestion(1),
    `question=${choiceQuestion(2)}&choice=ambition`,
    409,
    /closes/,
    CODE,
  ],
  [
    "a choice that is not there",
    choiceQuestion(1),
    `question=${choiceQuestion(1)}&choice=rien`,
    400,
    /ne fait pas partie des choix/,
    CODE,
  ],
  [
    "three choices of two",
    "deux",
    "question=deux&choice=pros&choice=public&choice=prive",
    400,
    /2 réponses au plus/,
    CODE,
  ],
  [
    "a word of 10,000 characters",
    "mots",
    `question=mots&text=${"x".repeat(10_000)}`,
    400,
    /caractères au plus|trop long/,
    CODE,
  ],
] as const;

describe.each(REFUSED)("%s", (_, open, body, status, message, code) => {
  beforeEach(() => act(room, { act: "open", question: open }));

  test.each([true, false])("is refused with a clear message (json %s), and disturbs nobody", async (json) => {
    const answer = await post(body, json, { code });
    const said = await answer.text();
    expect([answer.status, said]).toEqual([status, expect.stringMatching(message)]);
    if (json) expect(JSON.parse(said)).toEqual({ message: expect.any(String) });
    else expect(said).toContain('<html lang="fr"');
    expect(await polls.stored(open)).toEqual([]);
  });
});

test("a thousand answers a second from one device are held back, count once, and hold nobody up", async () => {
  const question = choiceQuestion(3);
  await act(room, { act: "open", question });
  const screen = openConsole(room);
  const [first, ...others] = guests as [Guest, ...Guest[]];
  let flooding = true;
  const met = new Map<number, number>();
  const flood = Array.from({ length: 20 }, async () => {
    for (let turn = 0; flooding; turn++) {
      const status = await first.send(`question=${question}&choice=ambition`);
      met.set(status, (met.get(status) ?? 0) + 1);
      if (turn >= 50) flooding = false;
    }
  });
  await eventually("a flood that is held back", () => (met.get(429) ?? 0) > 50, 20_000);
  const started = performance.now();
  await Promise.all(others.map((guest) => guest.insist(`question=${question}&choice=confiance`)));
  expect(performance.now() - started).toBeLessThan(2_000);
  await Promise.all(flood);
  const refused = await post(`question=${question}&choice=ambition`, true, { cookie: first.cookie });
  expect(refused.status).toBe(429);
  expect(await refused.json()).toEqual({ message: expect.stringMatching(/trop/) });
  expect([...met.keys()].sort()).toEqual([204, 429]);
  expect((await polls.stored(question)).sort()).toEqual(
    ["ambition", ...others.map(() => "confiance")].sort(),
  );
  await eventually(
    "the exact tally on the console",
    () => tallyIn(screen).join() === `1,${others.length},0,0`,
  );
  screen.close();
});
