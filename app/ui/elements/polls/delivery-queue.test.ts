import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Receipt } from "./deliver";
import { readUnsent, type UnsentPost } from "./unsent";
import { DeliveryQueue, type News } from "./delivery-queue";

const post = (value: string, more: Partial<UnsentPost> = {}): UnsentPost => ({
  slot: "s",
  key: "q.0",
  about: "Question",
  url: "/direct/K7M4QX",
  fields: [
    ["question", "q"],
    ["choice", value],
  ],
  values: [value],
  said: [value],
  adds: false,
  at: 0,
  ...more,
});

/** What the device keeps, and a network whose answers the test gives. */
function device(kept: UnsentPost[] = []) {
  const store = new Map(kept.map((one) => [one.slot, one]));
  const sent: string[] = [];
  const answers: ((receipt: Receipt | null) => Promise<void>)[] = [];
  const news: News[] = [];
  const deliveries = new DeliveryQueue(
    (posted) => {
      sent.push(posted.values[0] ?? "");
      return new Promise((resolve, reject) =>
        answers.push(async (receipt) => {
          if (receipt) resolve(receipt);
          else reject(new Error("unreachable"));
          await vi.advanceTimersByTimeAsync(0);
        }),
      );
    },
    {
      all: () => [...store.values()],
      keep: (one) => void store.set(one.slot, one),
      drop: (slot) => void store.delete(slot),
    },
  );
  deliveries.listen((_post, told) => news.push(told));
  return { deliveries, store, sent, news, answer: (receipt: Receipt | null) => answers.shift()?.(receipt) };
}

const TAKEN = { status: 204, message: "" };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("an answer", () => {
  test("is kept before it is sent, and forgotten once the server has taken it", async () => {
    const { deliveries, store, news, answer } = device();
    deliveries.put(post("a"));
    expect(store.has("s")).toBe(true);
    await answer(TAKEN);
    expect(store.has("s")).toBe(false);
    expect(news).toEqual([{ kind: "sent" }]);
  });

  test("goes again by itself until the network carries it", async () => {
    const { deliveries, sent, news, answer } = device();
    deliveries.put(post("a"));
    await answer(null);
    expect(news.at(-1)).toEqual({ kind: "waiting", message: "", offline: true });
    await vi.advanceTimersByTimeAsync(1300);
    await answer(null);
    await vi.advanceTimersByTimeAsync(2600);
    await answer(TAKEN);
    expect(sent).toEqual(["a", "a", "a"]);
    expect(news.at(-1)).toEqual({ kind: "sent" });
  });

  test("goes at once when the network is back", async () => {
    const { deliveries, sent, answer } = device();
    deliveries.put(post("a"));
    await answer(null);
    deliveries.nudge();
    expect(sent).toEqual(["a", "a"]);
  });

  test.each([429, 500, 503])("waits when the server says %i: later it may do", async (status) => {
    const { deliveries, store, news, answer } = device();
    deliveries.put(post("a"));
    await answer({ status, message: "Plus tard." });
    expect(news.at(-1)).toEqual({ kind: "waiting", message: "Plus tard.", offline: false });
    expect(store.has("s")).toBe(true);
  });

  test.each([400, 404, 409])(
    "that the server refuses with %i is not sent again; its reason is told",
    async (status) => {
      const { deliveries, store, sent, news, answer } = device();
      deliveries.put(post("a"));
      await answer({ status, message: "Close." });
      await vi.advanceTimersByTimeAsync(60_000);
      expect(sent).toEqual(["a"]);
      expect(store.size).toBe(0);
      expect(news).toEqual([{ kind: "refused", message: "Close." }]);
    },
  );

  test("that changed on its way is sent as it is now, and only that one is told of", async () => {
    const { deliveries, sent, news, answer } = device();
    deliveries.put(post("a"));
    deliveries.put(post("b"));
    expect(sent).toEqual(["a"]);
    await answer(TAKEN);
    await answer(TAKEN);
    expect(sent).toEqual(["a", "b"]);
    expect(news).toEqual([{ kind: "sent" }]);
  });

  test("kept by an earlier life of the page goes when this one is ready", async () => {
    const { deliveries, sent, store, answer } = device([post("a")]);
    expect(deliveries.waiting("q.0").map(({ values }) => values)).toEqual([["a"]]);
    deliveries.nudge();
    await answer(TAKEN);
    expect(sent).toEqual(["a"]);
    expect(store.size).toBe(0);
  });

  test("as a text stands beside another that waits", () => {
    const { deliveries, sent } = device();
    deliveries.put(post("un", { slot: "s.1", adds: true }));
    deliveries.put(post("deux", { slot: "s.2", adds: true }));
    expect(sent).toEqual(["un", "deux"]);
  });
});

describe("what is stored", () => {
  test("is read back", () => expect(readUnsent(JSON.stringify(post("a")), 1000)).toEqual(post("a")));
  test("is nothing after a week", () =>
    expect(readUnsent(JSON.stringify(post("a")), 8 * 86_400_000)).toBeNull());
  test.each([
    null,
    "null",
    "{}",
    '{"slot":"s"}',
    JSON.stringify({ ...post("a"), fields: [["question"]] }),
    JSON.stringify({ ...post("a"), said: [1] }),
  ])("is nothing when it is odd: %s", (stored) => expect(readUnsent(stored, 0)).toBeNull());
});
