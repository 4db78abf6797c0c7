import fc from "fast-check";
import { expect, test } from "vitest";
import { readInstant, wallClock } from "./instants";

const iso = (text: string, zone = "Europe/Paris") => readInstant(text, zone)?.toISOString() ?? null;

test("reads a day, a time and an instant", () => {
  expect(iso("2023-02-14")).toBe("2023-02-13T23:00:00.000Z");
  expect(iso("2023-07-14 15:30")).toBe("2023-07-14T13:30:00.000Z");
  expect(iso("2023-07-14T15:30:10", "America/Guadeloupe")).toBe("2023-07-14T19:30:10.000Z");
  expect(iso("2023-02-14T15:30:00.125+01:00")).toBe("2023-02-14T14:30:00.125Z");
  expect(iso("2023-02-14T15:30:00Z")).toBe("2023-02-14T15:30:00.000Z");
  expect(iso("2023-02-14T15:30:00-0430")).toBe("2023-02-14T20:00:00.000Z");
});

test("refuses what is no day or hour", () => {
  for (const text of [
    "",
    "hier",
    "14/02/2023",
    "2023-02-30",
    "2023-13-01",
    "2023-00-10",
    "2023-02-14T24:00",
    "2023-02-14T12:60",
    "2023-02-14T12:00+15:00",
    "2023-02-14T12",
    "0x10",
    "2023-02-14T12:00:00Zx",
  ])
    expect(iso(text), text).toBeNull();
});

test("of an hour that clocks show twice takes the first, and moves one that they skip", () => {
  expect(iso("2023-10-29T02:30")).toBe("2023-10-29T00:30:00.000Z");
  expect(iso("2023-03-26T02:30")).toMatch(/^2023-03-26T0[01]:30/);
});

test("gives an instant back, whatever the offset it is written with", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1970-01-02"), max: new Date("2100-01-01"), noInvalidDate: true }),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
      (date, minutes) => {
        const sign = minutes < 0 ? "-" : "+";
        const offset = `${String(Math.trunc(Math.abs(minutes) / 60)).padStart(2, "0")}:${String(Math.abs(minutes) % 60).padStart(2, "0")}`;
        const written = `${new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1)}${sign}${offset}`;
        expect(readInstant(written, "Europe/Paris")?.getTime()).toBe(date.getTime());
      },
    ),
  );
});

test("what clocks show at an instant reads back as that instant, but for the hour that they show twice", () => {
  for (const zone of ["Europe/Paris", "America/Guadeloupe", "Indian/Reunion"]) {
    const show = (text: string) => wallClock(new Date(text), zone);
    expect(
      readInstant(`${show("2023-07-14T13:30:00Z").day}T${show("2023-07-14T13:30:00Z").time}`, zone),
    ).toEqual(new Date("2023-07-14T13:30:00Z"));
  }
  expect(wallClock(new Date("2023-12-31T23:30:00Z"), "Europe/Paris")).toEqual({
    day: "2024-01-01",
    time: "00:30",
  });
});
