import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentSchema, normaliseText, opinionSchema, saysNothing, textProblem } from "./input";
import { MOST_CHARACTERS } from "./values";

const parse = (fields: Record<string, unknown>) => opinionSchema.safeParse(fields);
const problems = (fields: Record<string, unknown>) =>
  parse(fields).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

describe("the form of an opinion", () => {
  test("takes any of its parts; one left empty says nothing", () => {
    expect(parse({ position: "mixed", stars: "4", body: "Oui\r\n" }).data).toEqual({
      position: "mixed",
      stars: 4,
      body: "Oui",
    });
    for (const empty of [
      {},
      { position: "", stars: "", body: "", parentId: "", submission: "" },
      { body: " \n\u200b\u202e\t" },
    ]) {
      const { data } = parse(empty);
      expect(data && saysNothing(data)).toBe(true);
    }
  });

  test.each([
    [{ position: "FOR" }, "position", "participation:errors.position"],
    [{ position: ["for", "against"] }, "position", "participation:errors.position"],
    [{ stars: "0" }, "stars", "participation:errors.stars"],
    [{ stars: "6" }, "stars", "participation:errors.stars"],
    [{ stars: "4.5" }, "stars", "participation:errors.stars"],
    [{ stars: " 4" }, "stars", "participation:errors.stars"],
    [{ body: ["a", "b"] }, "body", "participation:errors.text"],
    [{ body: "nul\0" }, "body", "participation:errors.characters"],
    [{ body: "demi \ud83d" }, "body", "participation:errors.characters"],
    [{ body: "x".repeat(MOST_CHARACTERS + 1) }, "body", "participation:errors.too-long"],
    [{ parentId: "0" }, "parentId", "participation:errors.comment"],
    [{ parentId: "2147483648" }, "parentId", "participation:errors.comment"],
    [{ parentId: "1e3" }, "parentId", "participation:errors.comment"],
    [{ submission: "1; DROP" }, "submission", "participation:errors.submission"],
  ])("says what is wrong with %j", (fields, field, message) => {
    expect(problems(fields)).toEqual([[field, message]]);
  });

  test("takes as many characters as it says, however they were typed", () => {
    for (const character of ["x", "é".normalize("NFD"), "🙂", "\r\n"]) {
      const body = `a${character.repeat(MOST_CHARACTERS - 2)}b`;
      expect(problems({ body }), character).toEqual([]);
      expect(problems({ body: `${body}c` }), character).toEqual([["body", "participation:errors.too-long"]]);
    }
  });

  test("never throws, and gives only what the database keeps as it is", () => {
    const junk = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("for", "5", "", "\0", "\ud800", "1"),
      fc.constant(undefined),
      fc.array(fc.string()),
      fc.integer(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(
        fc.record({ position: junk, stars: junk, body: junk, parentId: junk, submission: junk }),
        (fields) => {
          const { data } = parse(fields);
          if (!data) return;
          expect(data.stars === undefined || [1, 2, 3, 4, 5].includes(data.stars)).toBe(true);
          if (data.body === undefined) return;
          expect(textProblem(data.body)).toBeNull();
          expect(Buffer.from(data.body, "utf8").toString("utf8")).toBe(data.body);
        },
      ),
    );
  });
});

describe("a text", () => {
  test("is kept as typed but for its line ends, its composition and blank lines around", () => {
    expect(normaliseText("\r\n \n    code\r\rfin é  \n\n".normalize("NFD"))).toBe("    code\n\nfin é");
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => void expect(normaliseText(normaliseText(text))).toBe(normaliseText(text)),
      ),
    );
  });

  test("must be there in a reply and in a new version", () => {
    expect(commentSchema.safeParse({ body: "Oui" }).data).toEqual({ body: "Oui", submission: undefined });
    for (const fields of [{}, { body: "" }, { body: "\u200b" }]) {
      expect(commentSchema.safeParse(fields).error?.issues.map(({ message }) => message)).toEqual([
        "participation:errors.text",
      ]);
    }
  });
});
