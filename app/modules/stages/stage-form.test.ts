import { describe, expect, test } from "vitest";
import { readStageForm, readTestimonyForm, stageFields, type StageFacts } from "./stage-form";

const FIELDS = {
  number: "",
  title: "Étape",
  city: "Lyon",
  region: "84",
  day: "2023-02-23",
  time: "14:00",
  place: "",
  organisers: "",
  partners: "",
  programme: "",
  attendance: "",
  attendanceQualifier: "",
  replayUrl: "",
};
const read = (fields: Partial<typeof FIELDS>) => readStageForm({ ...FIELDS, ...fields });
const startsAt = (fields: Partial<typeof FIELDS>) => {
  const form = read(fields);
  return form.ok
    ? form.value.startsAt.toISOString()
    : Object.entries(form.errors)
        .flatMap(([field, reasons]) => reasons.map(({ reason }) => `${field} ${reason}`))
        .join();
};

describe("the hour of a stage", () => {
  test.each([
    ["84", "2023-02-23", "14:00", "2023-02-23T13:00:00.000Z"],
    ["01", "2023-02-23", "14:00", "2023-02-23T18:00:00.000Z"],
    ["06", "2023-07-01", "09:30", "2023-07-01T06:30:00.000Z"],
    ["84", "2023-10-29", "02:30", "2023-10-29T00:30:00.000Z"],
    // Guadeloupe has no summer time.
    ["01", "2026-03-29", "02:30", "2026-03-29T06:30:00.000Z"],
    ["84", "2026-03-29", "02:30", "time stages:errors.skipped"],
    ["84", "2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
    ["84", "2023-02-30", "14:00", "day stages:errors.day"],
    ["84", "0023-02-23", "14:00", "day stages:errors.day"],
    ["84", "23/02/2023", "14:00", "day stages:errors.day"],
    ["84", "2023-02-23", "24:00", "time stages:errors.time"],
    ["84", "2023-02-23", "", "time stages:errors.time"],
  ])("in region %s on %s at %s is %s", (region, day, time, told) =>
    expect(startsAt({ region, day, time })).toBe(told),
  );
});

test("what is wrong is told by field, all at once", () => {
  const form = read({
    title: " ",
    region: "99",
    attendance: "beaucoup",
    replayUrl: "javascript:alert(1)",
    number: "-1",
    partners: "x".repeat(301),
  });
  expect(form.ok || Object.keys(form.errors)).toEqual([
    "number",
    "title",
    "region",
    "partners",
    "attendance",
    "replayUrl",
  ]);
});

test("a stage shown in its form and sent back is the same stage", () => {
  const stage: StageFacts = {
    number: 15,
    title: "Étape",
    city: "Saint-Denis",
    region: "04",
    startsAt: new Date("2023-03-01T05:00:00Z"),
    organisers: ["A", "B"],
    attendance: 200,
    attendanceQualifier: "plus de",
    replayUrl: "https://exemple.fr/r",
    place: "Salle 2",
    partners: ["C"],
    programme: "## Titre\n\n- un",
  };
  expect(readStageForm(stageFields({ ...stage, id: 1, slug: "s" }))).toEqual({ ok: true, value: stage });
});

test("a testimony needs an item and a speaker; its points are lines", () => {
  expect(
    readTestimonyForm({
      item: "action-1",
      speaker: " Dr X ",
      role: "",
      organisation: "CHU",
      points: "un\r\n\n deux ",
    }),
  ).toEqual({
    ok: true,
    value: { item: "action-1", speaker: "Dr X", role: null, organisation: "CHU", points: ["un", "deux"] },
  });
  const form = readTestimonyForm({});
  expect(form.ok || Object.keys(form.errors)).toEqual(["item", "speaker"]);
});
