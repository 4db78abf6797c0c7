import fc from "fast-check";
import { expect, test } from "vitest";
import { voiceRows, type GivenVoice, type Voter } from "./voices";

const voters = fc.constantFrom<Voter>(
  { accountId: 1, displayName: "Claire" },
  { accountId: 2, displayName: null },
  { key: "1" },
  { imported: "1" },
);
const voice = fc.record<GivenVoice>({
  voter: voters,
  region: fc.constant("84"),
  stakeholder: fc.constant("citizen"),
  itemId: fc.integer({ min: 1, max: 2 }),
  channel: fc.constantFrom("online", "event", "paper"),
  at: fc.integer({ min: 0, max: 3 }).map((time) => new Date(time)),
  position: fc.constantFrom("for", "against", undefined, null),
  stars: fc.constantFrom(1, 5, undefined, null),
});

test("of what each voter says of each item, the latest of each part stands; of one instant, the one further down", () => {
  fc.assert(
    fc.property(fc.array(voice, { maxLength: 12 }), (given) => {
      const rows = voiceRows(given);
      const places = new Set(rows.map(({ a, k, i }) => JSON.stringify([a, k, i])));
      expect(places.size).toBe(rows.length);
      for (const { a, k, i, p, s, pa, sa } of rows) {
        const own = given.filter(({ voter, itemId }) => {
          const id = "accountId" in voter ? voter.accountId : undefined;
          const key = "key" in voter ? `poll:${voter.key}` : "imported" in voter ? voter.imported : undefined;
          return id === a && key === k && itemId === i;
        });
        const last = (has: (one: GivenVoice) => unknown) =>
          own
            .filter((one) => has(one) != null)
            .sort((one, other) => Number(one.at) - Number(other.at))
            .at(-1);
        expect([p, pa]).toEqual([last((one) => one.position)?.position, last((one) => one.position)?.at]);
        expect([s, sa]).toEqual([last((one) => one.stars)?.stars, last((one) => one.stars)?.at]);
      }
      const spoken = given.filter(({ position, stars }) => position != null || stars != null);
      expect(rows.length === 0).toBe(spoken.length === 0);
    }),
  );
});

test("a device, a person of an import and an account are never one another", () => {
  const common = {
    region: "84",
    stakeholder: "citizen",
    itemId: 1,
    channel: "event",
    at: new Date(0),
  } as const;
  const rows = voiceRows([
    { ...common, voter: { key: "7" }, stars: 1 },
    { ...common, voter: { imported: "7" }, stars: 2 },
    { ...common, voter: { accountId: 7, displayName: null }, stars: 3 },
  ]);
  expect(rows.map(({ a, k, s }) => [a, k, s])).toEqual([
    [undefined, "poll:7", 1],
    [undefined, "7", 2],
    [7, undefined, 3],
  ]);
});
