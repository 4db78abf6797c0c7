import { describe, expect, test } from "vitest";
import { mayRestore, parse, wasSentAs } from "./draft-store";

const now = Date.UTC(2023, 2, 14);
const day = 24 * 60 * 60 * 1000;
const stored = (at: number, fields: unknown) => JSON.stringify({ at, fields });

describe("parse", () => {
  test("reads a draft back", () => {
    expect(parse(stored(now, { body: { value: "Bonjour", base: "" } }), now)).toEqual({
      body: { value: "Bonjour", base: "" },
    });
  });

  test("drops after a week", () => {
    expect(parse(stored(now - 7 * day, { body: { value: "x", base: "" } }), now)).not.toBeNull();
    expect(parse(stored(now - 7 * day - 1, { body: { value: "x", base: "" } }), now)).toBeNull();
  });

  test("takes nothing that is not a draft", () => {
    expect(parse(null, now)).toBeNull();
    expect(parse("3", now)).toBeNull();
    expect(parse(stored(now, { body: "x" }), now)).toBeNull();
    expect(parse(stored(now, null), now)).toBeNull();
  });
});

test("a draft belongs to the form that was sent, and to no other", () => {
  const draft = JSON.stringify({ at: now, fields: { body: { value: "x", base: "" } }, submission: "a" });
  expect(wasSentAs(draft, "a")).toBe(true);
  expect(wasSentAs(draft, "b")).toBe(false);
  expect(wasSentAs(stored(now, {}), "a")).toBe(false);
  expect(wasSentAs(null, "a")).toBe(false);
});

describe("mayRestore", () => {
  const kept = { value: "mon texte", base: "" };

  test("an empty field gets its draft back", () => {
    expect(mayRestore(kept, { value: "", initial: "" })).toBe(true);
  });

  test("what is being typed is never overwritten", () => {
    expect(mayRestore(kept, { value: "autre chose", initial: "" })).toBe(false);
  });

  test("a text that the server changed in between wins", () => {
    expect(mayRestore({ value: "corrigé", base: "ancien" }, { value: "ancien", initial: "ancien" })).toBe(
      true,
    );
    expect(mayRestore({ value: "corrigé", base: "ancien" }, { value: "nouveau", initial: "nouveau" })).toBe(
      false,
    );
  });

  test("a field that already holds the draft is left alone", () => {
    expect(mayRestore(kept, { value: "mon texte", initial: "mon texte" })).toBe(false);
  });
});
