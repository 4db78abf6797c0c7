import { describe, expect, test } from "vitest";
import { getT } from "~/platform/i18n";
import * as time from "./time";

/** As it is read: the no-break spaces that hold a date together show as plain ones. */
const plain =
  <Given extends unknown[], Told extends string | null>(tell: (...given: Given) => Told) =>
  (...given: Given) =>
    tell(...given)?.replaceAll("\u00a0", " ") ?? null;
const [tellDelay, tellElsewhere, tellInstant, tellZoned] = [
  plain(time.tellDelay),
  plain(time.tellElsewhere),
  plain(time.tellInstant),
  plain(time.tellZoned),
];

const telling = (now: string, locale: "fr" | "en" = "fr", timeZone = "Europe/Paris") => ({
  t: getT(locale),
  locale,
  now: new Date(now),
  timeZone,
});
const closing = new Date("2023-03-15T00:00:00+01:00");

describe("an instant", () => {
  test("midnight belongs to the day that ends", () => {
    expect(tellInstant(closing, telling("2023-03-02T12:00:00Z"), "end")).toBe("le 14 mars à minuit");
    expect(tellZoned(closing, telling("2023-03-02T12:00:00Z"), "end")).toBe(
      "le 14 mars à minuit (heure de Paris)",
    );
    expect(tellZoned(closing, telling("2023-03-02T12:00:00Z", "en"), "end")).toBe(
      "at midnight at the end of 14 March (Paris time)",
    );
  });

  test("and is the beginning of the next for what starts", () => {
    expect(tellInstant(closing, telling("2023-03-02T12:00:00Z"))).toBe("le 15 mars");
  });

  test("hours, the first of the month, another year", () => {
    expect(tellInstant(new Date("2023-03-01T18:05:00+01:00"), telling("2023-03-02T12:00:00Z"))).toBe(
      "le 1er mars à 18 h 05",
    );
    expect(tellInstant(new Date("2023-03-01T09:00:00+01:00"), telling("2024-03-02T12:00:00Z"))).toBe(
      "le 1er mars 2023 à 9 h",
    );
    expect(tellInstant(new Date("2024-01-01T00:00:00+01:00"), telling("2023-12-02T12:00:00Z"), "end")).toBe(
      "le 31 décembre à minuit",
    );
    expect(tellInstant(new Date("2023-03-01T18:05:00+01:00"), telling("2023-03-02T12:00:00Z", "en"))).toBe(
      "on 1 March at 18:05",
    );
  });

  test("across both changes of daylight saving", () => {
    expect(tellInstant(new Date("2023-03-26T01:00:00Z"), telling("2023-03-01T00:00:00Z"), "end")).toBe(
      "le 26 mars à 3 h",
    );
    expect(tellInstant(new Date("2023-10-29T00:30:00Z"), telling("2023-03-01T00:00:00Z"), "end")).toBe(
      "le 29 octobre à 2 h 30",
    );
    expect(tellInstant(new Date("2023-10-29T01:30:00Z"), telling("2023-03-01T00:00:00Z"), "end")).toBe(
      "le 29 octobre à 2 h 30",
    );
    expect(tellInstant(new Date("2023-10-29T23:00:00Z"), telling("2023-03-01T00:00:00Z"), "end")).toBe(
      "le 29 octobre à minuit",
    );
  });
});

test("no line ends inside a date or an hour", () => {
  const told = time.tellZoned(new Date("2023-03-01T18:05:00+01:00"), telling("2024-03-02T12:00:00Z"));
  expect(told.split(" ")).toEqual([
    "le\u00a01er\u00a0mars\u00a02023",
    "à\u00a018\u00a0h\u00a005",
    "(heure",
    "de\u00a0Paris)",
  ]);
});

test("the reader's region, where its clock differs", () => {
  const paris = telling("2023-03-02T12:00:00Z");
  expect(tellElsewhere(closing, paris, "Europe/Paris", "end")).toBeNull();
  expect(tellElsewhere(closing, paris, "Indian/Reunion", "end")).toBe("le 15 mars à 3 h");
  expect(tellElsewhere(closing, paris, "America/Guadeloupe", "end")).toBe("le 14 mars à 19 h");
  expect(tellElsewhere(new Date("2023-07-15T05:00:00+02:00"), paris, "America/Martinique", "end")).toBe(
    "le 14 juillet à 23 h",
  );
});

test.each([
  ["2023-03-02T15:00:00+01:00", "dans 12 jours"],
  ["2023-03-12T23:59:59+01:00", "après-demain"],
  ["2023-03-13T00:00:00+01:00", "demain"],
  ["2023-03-13T23:59:59+01:00", "demain"],
  ["2023-03-14T00:00:00+01:00", "dans 24 heures"],
  ["2023-03-14T19:30:00+01:00", "dans 4 heures"],
  ["2023-03-14T23:30:00+01:00", "dans 30 minutes"],
  ["2023-03-14T23:59:30+01:00", "dans moins d’une minute"],
])("at %s it closes %s", (now, expected) => expect(tellDelay(closing, telling(now), "end")).toBe(expected));
