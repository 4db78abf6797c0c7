import { describe, expect, test } from "vitest";
import { localField, readAct } from "./act-form";

describe("an act's form", () => {
  test("names what it is done to", () => {
    expect(readAct({ act: "open", question: "q1", seconds: "30" }, "76")).toEqual({
      ok: true,
      value: { act: "open", question: "q1", seconds: 30 },
    });
    expect(readAct({ act: "open" }, "76")).toMatchObject({ ok: false });
    expect(readAct({ act: "explode" }, "76")).toMatchObject({
      ok: false,
      errors: { act: [{ reason: "polls:refusal.unknown-act" }] },
    });
  });

  test("reads a date by the clocks of the stage's region", () => {
    const until = (field: string, region: string) => readAct({ act: "online", until: field }, region);
    expect(until("2026-10-15T23:59", "76")).toEqual({
      ok: true,
      value: { act: "online", until: new Date("2026-10-15T21:59:00Z") },
    });
    // La Réunion
    expect(until("2026-10-15T23:59", "04")).toEqual({
      ok: true,
      value: { act: "online", until: new Date("2026-10-15T19:59:00Z") },
    });
    expect(until("2026-02-31T10:00", "76")).toMatchObject({
      ok: false,
      errors: { until: [{ reason: "polls:refusal.until" }] },
    });
    expect(until("", "76")).toMatchObject({ ok: false });
  });

  test("shows a date as it reads it", () => {
    expect(localField(new Date("2026-10-15T21:59:00Z"), "76")).toBe("2026-10-15T23:59");
  });
});
