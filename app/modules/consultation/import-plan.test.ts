import fc from "fast-check";
import { expect, test } from "vitest";
import { changeOf, keptOf, readingOrder, type ItemContent, type StoredItem } from "./import-plan";

const stored = (id: number, ref: string, parentRef: string | null): StoredItem => ({
  id,
  ref,
  parentRef,
  version: 1,
  kind: "action",
  number: null,
  title: ref,
  body: "",
  owner: null,
  dueYear: null,
  opens: { vote: true, stars: true, comments: true },
});

test("text that changes is told from facts that change", () => {
  const item = stored(1, "a", null);
  const wanted = (change: Partial<ItemContent>): ItemContent => ({ ...item, ...change });
  expect(changeOf(item, wanted({}))).toBeNull();
  expect(changeOf(item, wanted({ title: "b", owner: "x" }))).toBe("text");
  expect(changeOf(item, wanted({ body: "b" }))).toBe("text");
  for (const change of [
    { owner: "x" },
    { dueYear: 2027 },
    { parentRef: "z" },
    { number: 2 },
    { opens: { vote: false, stars: true, comments: true } },
  ]) {
    expect(changeOf(item, wanted(change))).toBe("facts");
  }
});

test("what is kept stands after what the file has, under its parent", () => {
  const kept = [stored(3, "old-action", "axe-1"), stored(4, "old-objective", "old-action")];
  const contents = [stored(1, "axe-1", null), stored(2, "action-1", "axe-1"), stored(5, "axe-2", null)];
  expect(readingOrder(contents, kept)).toEqual(["axe-1", "action-1", "old-action", "old-objective", "axe-2"]);
});

test("whatever is absent and used: what stays hangs from something, and only what must stay does", () => {
  // A random forest: each item hangs from one before it, or from nothing.
  const forest = fc
    .array(fc.nat(), { minLength: 1, maxLength: 30 })
    .map((picks) =>
      picks.map((pick, index) =>
        stored(index, `i${index}`, index === 0 || pick % 3 === 0 ? null : `i${pick % index}`),
      ),
    );
  fc.assert(
    fc.property(
      forest,
      fc.array(fc.nat({ max: 29 })),
      fc.array(fc.nat({ max: 29 })),
      (items, present, used) => {
        const listed: StoredItem[] = [];
        for (const item of items) {
          if (
            present.includes(item.id) &&
            (item.parentRef === null || listed.some(({ ref }) => ref === item.parentRef))
          )
            listed.push(item);
        }
        const absent = items.filter((item) => !listed.includes(item));
        const kept = keptOf(absent, new Set(used));
        const refs = new Set([...listed, ...kept].map(({ ref }) => ref));
        for (const item of absent) if (used.includes(item.id)) expect(kept).toContain(item);
        for (const { id, ref } of kept)
          expect(used.includes(id) || kept.some(({ parentRef }) => parentRef === ref)).toBe(true);
        for (const { parentRef } of kept) expect(parentRef === null || refs.has(parentRef)).toBe(true);
        expect([...readingOrder(listed, kept)].sort()).toEqual([...refs].sort());
      },
    ),
  );
});
