import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getT, isKey, LOCALES } from "~/platform/i18n";
import { contentsOf } from "./import-plan";
import { pathOf, problemsOf } from "./input";
import { roadmapSchema } from "./roadmap";
import { consultation } from "./words";

const item = (change: object = {}) => ({
  ref: "axe-1",
  kind: "axis",
  number: 1,
  title: "Prévenir",
  ...change,
});
const file = (change: object = {}) => ({
  slug: "projet",
  title: "Projet",
  opensAt: "2023-01-01T00:00:00+01:00",
  closesAt: "2023-03-15T00:00:00+01:00",
  items: [item()],
  ...change,
});
const withItem = (change: object) => file({ items: [item(change)] });

/** "path reason" of every problem. */
const problems = (json: unknown): string[] => {
  const parsed = roadmapSchema.safeParse(json);
  return parsed.success
    ? []
    : problemsOf(parsed.error).map(
        ({ reason, values }) => `${values.path} ${reason.replace("consultation:input.", "")}`,
      );
};

describe("what is accepted", () => {
  test("the least file, and what it leaves out", () => {
    const parsed = roadmapSchema.parse(file());
    expect(parsed.opensAt.toISOString()).toBe("2022-12-31T23:00:00.000Z");
    expect(contentsOf(parsed)).toEqual([
      {
        ref: "axe-1",
        kind: "axis",
        number: 1,
        title: "Prévenir",
        body: "",
        owner: null,
        dueYear: null,
        opens: { vote: true, stars: true, comments: true },
        parentRef: null,
      },
    ]);
  });

  test("texts are trimmed, in normal form, on one line where they are titles", () => {
    const parsed = roadmapSchema.parse(
      withItem({ title: "  De\u0301velopper\nla santé ", body: " a\r\nb " }),
    );
    expect(contentsOf(parsed)[0]).toMatchObject({ title: "Développer la santé", body: "a\nb" });
  });

  test("what people write: right to left, combining, emoji, tags, Markdown", () => {
    for (const title of [
      "עברית \u202e",
      "a\u0323\u0307",
      "👩‍⚕️".repeat(100),
      "<script>alert(1)</script>",
      "[a](javascript:alert(1))",
      "a".repeat(500),
      "😀".repeat(500),
    ]) {
      expect(problems(withItem({ title })), title).toEqual([]);
    }
  });

  test("unknown keys, nulls for what is optional, each part of opens", () => {
    expect(
      problems(
        withItem({
          note: 1,
          body: null,
          owner: null,
          dueYear: null,
          number: null,
          children: null,
          opens: { vote: false },
        }),
      ),
    ).toEqual([]);
    expect(contentsOf(roadmapSchema.parse(withItem({ opens: { vote: false } })))[0]?.opens).toEqual({
      vote: false,
      stars: true,
      comments: true,
    });
  });
});

describe("what is refused names its path", () => {
  test.each<[string, unknown, string]>([
    ["not an object", [], "$ object"],
    ["nothing", undefined, "$ missing"],
    ["a text", "x", "$ object"],
    ["no items", file({ items: undefined }), "items missing"],
    ["items that are no list", file({ items: {} }), "items list"],
    ["an item that is no object", file({ items: [null] }), "items[0] object"],
    ["a missing title", withItem({ title: undefined }), "items[0].title missing"],
    ["a title of another type", withItem({ title: 7 }), "items[0].title text"],
    ["an empty title", withItem({ title: " \n " }), "items[0].title empty"],
    ["a title too long", withItem({ title: "é".repeat(501) }), "items[0].title too-long"],
    ["a body too long", withItem({ body: "a".repeat(50_001) }), "items[0].body too-long"],
    ["NUL", withItem({ title: "a\u0000b" }), "items[0].title unreadable"],
    ["a lone surrogate", withItem({ body: "a\ud800b" }), "items[0].body unreadable"],
    ["a number with a fraction", withItem({ number: 1.5 }), "items[0].number number"],
    ["a number in quotes", withItem({ number: "1" }), "items[0].number number"],
    ["a year far away", withItem({ dueYear: 20_270 }), "items[0].dueYear too-big"],
    ["an unknown kind", withItem({ kind: "goal" }), "items[0].kind choice"],
    ["a flag of another type", withItem({ opens: { vote: "yes" } }), "items[0].opens.vote boolean"],
    ["capitals in a ref", withItem({ ref: "Axe-1" }), "items[0].ref ref"],
    ["a ref that is a path", withItem({ ref: "../x" }), "items[0].ref ref"],
    ["a ref of 81", withItem({ ref: "a".repeat(81) }), "items[0].ref ref"],
    ["a reserved ref", withItem({ ref: "resultats" }), "items[0].ref reserved"],
    ["a slug with spaces", file({ slug: "a b" }), "slug ref"],
    ["an instant without offset", file({ closesAt: "2023-03-15T00:00:00" }), "closesAt instant"],
    ["a day", file({ opensAt: "2023-03-15" }), "opensAt instant"],
    ["a day that does not exist", file({ closesAt: "2023-02-29T00:00:00Z" }), "closesAt instant"],
    ["the year 0", file({ opensAt: "0000-01-01T00:00:00Z" }), "opensAt instant"],
    ["a time stamp", file({ opensAt: 1_678_834_800 }), "opensAt instant"],
    ["closing when it opens", file({ closesAt: "2023-01-01T00:00:00+01:00" }), "closesAt window"],
    ["an unknown zone", file({ timeZone: "Europe/Lyon" }), "timeZone time-zone"],
    [
      "the same ref twice",
      file({ items: [item(), item({ children: [item({ kind: "action" })] })] }),
      "items[1].ref twice|items[1].children[0].ref twice",
    ],
    [
      "an axis in an action",
      withItem({ kind: "action", children: [item({ ref: "a", kind: "axis" })] }),
      "items[0].children[0].kind kind-order",
    ],
    [
      "a title in the depth",
      file({
        items: [item(), item({ ref: "b" }), item({ ref: "c", children: [{ ref: "d", kind: "action" }] })],
      }),
      "items[2].children[0].title missing",
    ],
    [
      "a fourth level",
      withItem({
        children: [
          item({
            ref: "a",
            kind: "action",
            children: [item({ ref: "o", kind: "objective", children: [item({ ref: "x" })] })],
          }),
        ],
      }),
      "items[0].children[0].children[0].children too-deep",
    ],
    [
      "too many items",
      file({ items: Array.from({ length: 2001 }, (_, index) => item({ ref: `i-${index}` })) }),
      "items too-many",
    ],
  ])("%s", (_name, json, expected) => expect(problems(json).join("|")).toBe(expected));

  test("a million levels cost no more than four", () => {
    let nested: object = item();
    for (let depth = 0; depth < 1_000_000; depth++)
      nested = { ref: "a", kind: "axis", title: "a", children: [nested] };
    expect(problems(file({ items: [nested] })).length).toBeGreaterThan(0);
  });
});

test("whatever is given, an answer; each problem has a path and words in both languages", () => {
  const keys = fc.constantFrom(
    "slug",
    "title",
    "items",
    "children",
    "ref",
    "kind",
    "opensAt",
    "closesAt",
    "opens",
    "body",
    "number",
    "publisher",
    "__proto__",
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue(),
      fc.string({ unit: "binary" }),
      fc.dictionary(keys, tie("tree"), { maxKeys: 6 }),
      fc.array(tie("tree"), { maxLength: 3 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.dictionary(keys, tree), (anything, changes) => {
      for (const json of [
        anything,
        file(changes),
        withItem(changes),
        { ...file(), items: [{ ...item(), children: [changes] }] },
      ]) {
        const parsed = roadmapSchema.safeParse(json);
        if (parsed.success) continue;
        const untold = problemsOf(parsed.error).filter(
          ({ reason, values }) =>
            !/^(\$|[\w$]+|\[)/.test(String(values.path)) ||
            !isKey(reason) ||
            LOCALES.some((locale) => getT(locale)(reason, values).includes("{{")),
        );
        expect(untold).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

test("every message of the catalogue names the path", () => {
  for (const message of Object.values(consultation.fr.input)) expect(message).toContain("{{path}}");
  expect(pathOf(["items", 2, "children", 0, "a b", "x"])).toBe('items[2].children[0]["a b"].x');
});
