import { describe, expect, test } from "vitest";
import { ANONYMOUS, OPERATOR, ROLES, type AccountActor, type Grant } from "~/modules/identity";
import { canSee, resultsVisible } from "./policy";
import { isOpen, phaseOf, placeOf, treeOf } from "./rules";
import type { Consultation, Item, ItemKind } from "./types";

const consultation = (change: Partial<Consultation> = {}): Consultation => ({
  id: 1,
  slug: "c",
  title: "C",
  tagline: null,
  summary: "",
  status: "published",
  timeZone: "Europe/Paris",
  opensAt: new Date("2022-12-14T00:00:00+01:00"),
  closesAt: new Date("2023-03-15T00:00:00+01:00"),
  publisherName: "",
  partners: [],
  resultsShown: "during",
  demonstration: false,
  ...change,
});
const account = (...grants: Grant[]): AccountActor => ({
  kind: "account",
  id: 1,
  session: { id: "", proofs: [], provenAt: new Date(0) },
  email: "a@b.fr",
  displayName: null,
  grants,
  region: "unknown",
  stakeholder: "unknown",
});
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

describe("the window is half-open", () => {
  test.each([
    ["in winter", "2022-12-14T00:00:00+01:00", "2023-03-15T00:00:00+01:00"],
    [
      "closing in the hour that does not exist in spring",
      "2023-03-01T00:00:00+01:00",
      "2023-03-26T02:30:00+01:00",
    ],
    ["closing when clocks jump in spring", "2023-03-01T00:00:00+01:00", "2023-03-26T03:00:00+02:00"],
    [
      "closing the first time that it is 2:30 in autumn",
      "2023-10-01T00:00:00+02:00",
      "2023-10-29T02:30:00+02:00",
    ],
    [
      "closing the second time that it is 2:30 in autumn",
      "2023-10-01T00:00:00+02:00",
      "2023-10-29T02:30:00+01:00",
    ],
    ["open across both changes", "2023-03-25T00:00:00+01:00", "2023-10-30T00:00:00+01:00"],
  ])("%s", (_name, opens, closes) => {
    const window = consultation({ opensAt: new Date(opens), closesAt: new Date(closes) });
    const { opensAt, closesAt } = window;
    expect([-1, 0, 1].map((ms) => phaseOf(window, after(opensAt, ms)))).toEqual(["upcoming", "open", "open"]);
    expect([-1, 0, 1].map((ms) => phaseOf(window, after(closesAt, ms)))).toEqual([
      "open",
      "closed",
      "closed",
    ]);
    expect([-1, 0, 1].map((ms) => isOpen(window, after(closesAt, ms)))).toEqual([true, false, false]);
  });

  test("the two 2:30 of an autumn night are an hour apart", () => {
    const between = new Date("2023-10-29T02:45:00+02:00");
    const at = (closes: string) =>
      isOpen(
        consultation({ opensAt: new Date("2023-10-01T00:00:00+02:00"), closesAt: new Date(closes) }),
        between,
      );
    expect(at("2023-10-29T02:30:00+02:00")).toBe(false);
    expect(at("2023-10-29T02:30:00+01:00")).toBe(true);
  });

  test("a draft is never open", () => {
    expect(phaseOf(consultation({ status: "draft" }), new Date("2023-01-01T00:00:00Z"))).toBe("draft");
  });
});

describe("who may what", () => {
  const staff = ROLES.flatMap((role) => [null, 1].map((consultationId) => account({ role, consultationId })));
  const during = new Date("2023-01-01T00:00:00Z");
  const past = new Date("2023-04-01T00:00:00Z");
  const before = new Date("2022-11-01T00:00:00Z");

  test("figures: during or after, as it was set; staff always", () => {
    const shownAfter = consultation({ resultsShown: "after" });
    for (const actor of [ANONYMOUS, account(), account({ role: "moderator", consultationId: 2 })]) {
      expect([before, during, past].map((now) => resultsVisible(actor, consultation(), now))).toEqual([
        false,
        true,
        true,
      ]);
      expect([before, during, past].map((now) => resultsVisible(actor, shownAfter, now))).toEqual([
        false,
        false,
        true,
      ]);
      expect(resultsVisible(actor, consultation({ status: "draft" }), past)).toBe(false);
    }
    for (const actor of [...staff, OPERATOR]) {
      expect(resultsVisible(actor, shownAfter, before)).toBe(true);
    }
  });

  test("drafts are for the staff of their consultation", () => {
    const draft = consultation({ status: "draft" });
    expect([...staff, OPERATOR].map((actor) => canSee(actor, draft))).toEqual(
      [...staff, OPERATOR].map(() => true),
    );
    const others = [ANONYMOUS, account(), account({ role: "administrator", consultationId: 2 })];
    expect(others.map((actor) => canSee(actor, draft))).toEqual([false, false, false]);
    expect(others.map((actor) => canSee(actor, consultation()))).toEqual([true, true, true]);
  });
});

describe("the place of an item", () => {
  const item = (id: number, ref: string, kind: ItemKind, parentId: number | null): Item => ({
    id,
    ref,
    kind,
    parentId,
    consultationId: 1,
    number: null,
    title: ref,
    body: "",
    owner: null,
    dueYear: null,
    opens: { vote: true, stars: true, comments: true },
    version: 1,
    updatedAt: new Date(0),
  });
  const items = [
    item(9, "axe-1", "axis", null),
    item(4, "action-1", "action", 9),
    item(5, "o-1", "objective", 4),
    item(2, "axe-2", "axis", null),
    item(3, "action-2", "action", 2),
    item(6, "o-2", "objective", 2),
  ];
  const refs = (list: readonly Item[]) => list.map(({ ref }) => ref);

  test("above, below, and the ones alike before and after, across axes", () => {
    const place = placeOf({ consultation: consultation(), items }, "action-1");
    expect(place && refs(place.ancestors)).toEqual(["axe-1"]);
    expect(place && refs(place.children)).toEqual(["o-1"]);
    expect([place?.previous?.ref, place?.next?.ref]).toEqual([undefined, "action-2"]);
    const deep = placeOf({ consultation: consultation(), items }, "o-1");
    expect(deep && refs(deep.ancestors)).toEqual(["axe-1", "action-1"]);
    expect(deep?.next?.ref).toBe("o-2");
    expect(placeOf({ consultation: consultation(), items }, "nope")).toBeNull();
  });

  test("the tree keeps the order of reading", () => {
    const tree = treeOf(items);
    expect(tree.map(({ item: { ref } }) => ref)).toEqual(["axe-1", "axe-2"]);
    expect(tree[1]?.children.map(({ item: { ref } }) => ref)).toEqual(["action-2", "o-2"]);
  });
});
