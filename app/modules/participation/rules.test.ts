import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Consultation } from "~/modules/consultation";
import { ANONYMOUS, OPERATOR, type AccountActor } from "~/modules/identity";
import { canChangeComment, canReadHistory, canSupport, openParts } from "./policy";
import { partsRefusal, refuseUnlessOpen, threadOrder } from "./rules";

const opensAt = new Date("2022-12-14T00:00:00+01:00");
const closesAt = new Date("2023-03-15T00:00:00+01:00");
const consultation: Pick<Consultation, "status" | "opensAt" | "closesAt"> = {
  status: "published",
  opensAt,
  closesAt,
};
const claire: AccountActor = {
  kind: "account",
  id: 1,
  session: { id: "", proofs: [], provenAt: new Date(0) },
  email: "c@exemple.fr",
  displayName: null,
  grants: [],
  region: "84",
  stakeholder: "citizen",
};
const everything = { opens: { vote: true, stars: true, comments: true } };
const during = new Date("2023-01-01T00:00:00Z");

describe("the window", () => {
  const moments = fc
    .integer({ min: opensAt.getTime() - 1e9, max: closesAt.getTime() + 1e9 })
    .map((time) => new Date(time));
  const edges = fc.constantFrom(
    ...[opensAt, closesAt].flatMap((edge) => [-1, 0, 1].map((by) => new Date(edge.getTime() + by))),
  );

  test("is half-open, for the command and for the buttons alike", () => {
    fc.assert(
      fc.property(fc.oneof(moments, edges), (now) => {
        const open = now >= opensAt && now < closesAt;
        if (open) expect(() => refuseUnlessOpen(consultation, now)).not.toThrow();
        else
          expect(() => refuseUnlessOpen(consultation, now)).toThrow(
            expect.objectContaining({
              code: "closed",
              reason: `participation:errors.${now < opensAt ? "not-yet-open" : "closed"}`,
            }),
          );
        expect(openParts(consultation, everything, now)).toEqual({
          position: open,
          stars: open,
          comment: open,
        });
        expect(
          canChangeComment(claire, { mine: true, standing: "published", masked: false }, consultation, now),
        ).toBe(open);
        expect(canSupport(claire, { mine: false, standing: "published" }, consultation, now)).toBe(open);
      }),
    );
  });

  test("of a draft is no window", () => {
    expect(() => refuseUnlessOpen({ ...consultation, status: "draft" }, during)).toThrow(
      expect.objectContaining({ code: "not-found" }),
    );
    expect(openParts({ ...consultation, status: "draft" }, everything, during)).toEqual({
      position: false,
      stars: false,
      comment: false,
    });
  });
});

test("an item opens for votes, stars and comments one by one, for the command and for the buttons alike", () => {
  fc.assert(
    fc.property(fc.record({ vote: fc.boolean(), stars: fc.boolean(), comments: fc.boolean() }), (opens) => {
      const parts = openParts(consultation, { opens }, during);
      expect(partsRefusal({ opens }, { position: "for" }) === null).toBe(parts.position);
      expect(partsRefusal({ opens }, { stars: 1 }) === null).toBe(parts.stars);
      expect(partsRefusal({ opens }, { body: "Oui" }) === null).toBe(parts.comment);
      expect(partsRefusal({ opens }, {})).toBeNull();
    }),
  );
});

test("earlier texts are for their author and the staff", () => {
  const item = { consultationId: 7 };
  expect(canReadHistory(ANONYMOUS, { mine: true }, item)).toBe(false);
  expect(canReadHistory(claire, { mine: true }, item)).toBe(true);
  expect(canReadHistory(claire, { mine: false }, item)).toBe(false);
  const staff = (consultationId: number): AccountActor => ({
    ...claire,
    grants: [{ role: "moderator", consultationId }],
  });
  expect(canReadHistory(staff(7), { mine: false }, item)).toBe(true);
  expect(canReadHistory(staff(8), { mine: false }, item)).toBe(false);
});

test("buttons are for accounts, on what they may touch", () => {
  for (const actor of [ANONYMOUS, OPERATOR]) {
    expect(
      canChangeComment(actor, { mine: true, standing: "published", masked: false }, consultation, during),
    ).toBe(false);
    expect(canSupport(actor, { mine: false, standing: "published" }, consultation, during)).toBe(false);
  }
  expect(
    canChangeComment(claire, { mine: false, standing: "published", masked: false }, consultation, during),
  ).toBe(false);
  expect(
    canChangeComment(claire, { mine: true, standing: "refused", masked: false }, consultation, during),
  ).toBe(false);
  expect(canSupport(claire, { mine: true, standing: "published" }, consultation, during)).toBe(false);
  expect(canSupport(claire, { mine: false, standing: "withdrawn" }, consultation, during)).toBe(false);
});

test("threads come newest first, or most supported and then newest", () => {
  const threads = [
    { id: 1, supports: 3 },
    { id: 2, supports: 0 },
    { id: 3, supports: 3 },
  ];
  expect([...threads].sort(threadOrder(false)).map(({ id }) => id)).toEqual([3, 2, 1]);
  expect([...threads].sort(threadOrder(true)).map(({ id }) => id)).toEqual([3, 1, 2]);
});
