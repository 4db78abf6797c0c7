import fc from "fast-check";
import { expect, test } from "vitest";
import { countCharacters } from "./text";

test("an emoji is one character, and so is a letter with its accent, however it was typed", () => {
  expect(countCharacters("été")).toBe(3);
  expect(countCharacters("e\u0301te\u0301")).toBe(3);
  expect(countCharacters("🙂")).toBe(1);
  expect(countCharacters("👩‍⚕️")).toBe(4);
});

test("an end of line is one, however it is written", () => {
  for (const end of ["\r\n", "\n", "\r"]) expect(countCharacters(`a${end}b`)).toBe(3);
  expect(countCharacters("\r\r\n")).toBe(2);
});

test("an empty text has none, half a character counts for one", () => {
  expect(countCharacters("")).toBe(0);
  expect(countCharacters("\ud800")).toBe(1);
  expect(countCharacters("\udc00\ud800")).toBe(2);
});

test("counts the code points of what is kept", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(countCharacters(text)).toBe([...text.replace(/\r\n?/g, "\n").normalize("NFC")].length);
    }),
  );
});
