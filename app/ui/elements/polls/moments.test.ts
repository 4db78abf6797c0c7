import { expect, test } from "vitest";
import { announcement } from "./announcement";
import { learnTime, leftOf, serverTime } from "./clock";
import { readMoment, type Moment } from "./stream";

test("time left as a clock shows it: the last second counts until it is over", () => {
  expect([125_000, 60_000, 59_001, 1, 0, -5000].map(leftOf)).toEqual([
    "2:05",
    "1:00",
    "1:00",
    "0:01",
    "0:00",
    "0:00",
  ]);
});

test("of all that is heard of the server's clock, what came quickest is believed", () => {
  learnTime(10_000, 5_000);
  learnTime(9_000, 5_000);
  learnTime(Number.NaN, 5_000);
  expect(serverTime(6_000)).toBe(11_000);
  learnTime(10_500, 5_000);
  expect(serverTime(6_000)).toBe(11_500);
});

test("an event is a whole moment, or nothing", () => {
  const event = { state: "open", html: "<p>", now: 5, question: { key: "q.0", title: "T" }, results: {} };
  expect(readMoment(JSON.stringify(event))).toEqual({
    state: "open",
    html: "<p>",
    now: 5,
    question: { key: "q.0", title: "T" },
    results: true,
    view: event,
  });
  expect(readMoment(JSON.stringify({ state: "waiting", html: "", question: null }))).toMatchObject({
    question: null,
    results: false,
  });
  for (const odd of ["", "<html>", "null", "{}", '{"html":1,"state":"open"}'])
    expect(readMoment(odd)).toBeNull();
});

test("what matters is said aloud, once", () => {
  const words: Record<string, string> = {
    question: "Nouvelle question : {title}",
    closed: "Close.",
    results: "Résultats.",
    over: "Fini.",
  };
  const element = { getAttribute: (name: string) => words[name] ?? null } as Element;
  const moment = (state: string, key = "q.0", results = false): Moment => ({
    html: "",
    state,
    question: { key, title: key },
    results,
    now: 0,
    view: null,
  });
  const say = (before: Moment, now: Moment) => announcement(element, before, now);
  expect(say(moment("ready"), moment("open"))).toBe("Nouvelle question : q.0");
  expect(say(moment("open"), moment("open", "q.1"))).toBe("Nouvelle question : q.1");
  expect(say(moment("open"), moment("open"))).toBe("");
  expect(say(moment("open"), moment("closed"))).toBe("Close.");
  expect(say(moment("closed"), moment("closed", "q.0", true))).toBe("Résultats.");
  expect(say(moment("closed", "q.0", true), moment("closed", "q.0", true))).toBe("");
  expect(say(moment("closed"), moment("over"))).toBe("Fini.");
  expect(say(moment("closed"), moment("ready", "q.1"))).toBe("");
});
