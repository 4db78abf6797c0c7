import fc from "fast-check";
import { expect, test } from "vitest";
import { ANONYMOUS, OPERATOR, ROLES, type AccountActor, type Grant, type Role } from "./actor";
import { ACTS, authorise, can, type Scope, type StaffAct } from "./acts";

const account = (...grants: Grant[]): AccountActor => ({
  kind: "account",
  id: 1,
  session: { id: "", proofs: [], provenAt: new Date(0) },
  email: "a@exemple.fr",
  displayName: null,
  grants,
  region: "unknown",
  stakeholder: "unknown",
});
const acts = Object.keys(ACTS) as StaffAct[];
const rolesOf = (act: StaffAct): readonly Role[] => ACTS[act];

const consultation = fc.integer({ min: 1, max: 4 });
const grant = fc.record({ role: fc.constantFrom(...ROLES), consultationId: fc.option(consultation) });
const grants = fc.array(grant, { maxLength: 5 });
const act = fc.constantFrom(...acts);
const scope: fc.Arbitrary<Scope> = fc.oneof(consultation, fc.constantFrom("all" as const, "any" as const));

test("nobody known, and nobody without a role, may do what is not everybody's; the operator may all", () => {
  fc.assert(
    fc.property(act, scope, (act, scope) => {
      expect([ANONYMOUS, account(), OPERATOR].map((actor) => can(actor, act, scope))).toEqual([
        false,
        false,
        true,
      ]);
    }),
  );
});

test("a role gives its acts where it is held and nowhere else", () => {
  fc.assert(
    fc.property(grant, act, consultation, (grant, act, other) => {
      const has = rolesOf(act).includes(grant.role);
      const everywhere = grant.consultationId === null;
      const actor = account(grant);
      expect(can(actor, act, "any")).toBe(has);
      expect(can(actor, act, "all")).toBe(has && everywhere);
      expect(can(actor, act, other)).toBe(has && (everywhere || other === grant.consultationId));
    }),
  );
});

test("several roles give together what each gives, whatever their order, and none takes away", () => {
  fc.assert(
    fc.property(grants, grants, act, scope, (some, others, act, scope) => {
      const together = can(account(...some, ...others), act, scope);
      expect(together).toBe(can(account(...some), act, scope) || can(account(...others), act, scope));
      expect(together).toBe([...some, ...others].some((one) => can(account(one), act, scope)));
    }),
  );
});

test("who may everywhere may in each, and who may somewhere is offered a way in", () => {
  fc.assert(
    fc.property(grants, act, consultation, (grants, act, one) => {
      const actor = account(...grants);
      if (can(actor, act, "all")) expect(can(actor, act, one)).toBe(true);
      if (can(actor, act, one)) expect(can(actor, act, "any")).toBe(true);
    }),
  );
});

test("a command is refused exactly where its button is not offered", () => {
  fc.assert(
    fc.property(grants, act, scope, (grants, act, scope) => {
      const command = () => authorise(account(...grants), act, scope, "errors:unavailable");
      if (can(account(...grants), act, scope)) expect(command).not.toThrow();
      else
        expect(command).toThrow(
          expect.objectContaining({ code: "forbidden", reason: "errors:unavailable" }) as Error,
        );
    }),
  );
});

test("administrators may all; each other role what it is for", () => {
  const may = (role: Role) => acts.filter((act) => rolesOf(act).includes(role));
  expect(may("administrator")).toEqual(acts);
  const staff = ["staff.enter", "draft.see", "figures.seeLive", "comment.readHistory"];
  expect(may("moderator")).toEqual(staff);
  expect(may("editor")).toEqual(staff);
  expect(may("organiser")).toEqual([...staff, "stage.manage", "poll.hold"]);
});
