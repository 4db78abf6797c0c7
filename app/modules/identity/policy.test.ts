import { expect, test } from "vitest";
import { ANONYMOUS, OPERATOR, ROLES, type Actor, type Role } from "./actor";
import { canAppointStaff } from "./policy";

const account = (role: Role): Actor => ({
  kind: "account",
  id: 1,
  email: "a@exemple.fr",
  displayName: null,
  role,
  region: "unknown",
  stakeholder: "unknown",
});

test("only administrators and the operator appoint staff", () => {
  expect(ROLES.filter((role) => canAppointStaff(account(role)))).toEqual(["administrator"]);
  expect(canAppointStaff(OPERATOR)).toBe(true);
  expect(canAppointStaff(ANONYMOUS)).toBe(false);
});
