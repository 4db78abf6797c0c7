import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isKey } from "~/platform/i18n";
import {
  displayNameSchema,
  emailSchema,
  passwordChangeSchema,
  profileSchema,
  signInSchema,
  signUpSchema,
} from "./fields";

const filled = { email: "claire@exemple.fr", password: "Abcdefghij1!" };
const reasons = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

describe("an address", () => {
  test("is compared without its case and the spaces around it", () => {
    expect(emailSchema.parse("  Claire.Martin@Exemple.FR ")).toBe("claire.martin@exemple.fr");
  });

  test.each([
    "",
    "claire",
    "claire@",
    "a@b.fr,c@d.fr",
    "a@b.fr\nBcc: c@d.fr",
    "<a@b.fr>",
    "a b@c.fr",
    "a\0@b.fr",
    `${"a".repeat(250)}@b.fr`,
  ])("%j is refused in one sentence", (email) => {
    expect(reasons(emailSchema.safeParse(email))).toEqual(["identity:errors.email"]);
  });
});

describe("a password", () => {
  test.each([
    ["", "passwordMissing"],
    ["court", "passwordWeak"],
    ["Aa1!".repeat(51), "passwordLong"],
    ["Abcdefghij1!\0", "passwordCharacters"],
    ["Abcdefghij1!\ud800", "passwordCharacters"],
  ])("%j is refused with its one reason", (password, reason) => {
    expect(reasons(signUpSchema.safeParse({ ...filled, password }))).toEqual([`identity:errors.${reason}`]);
  });

  test("that was strong enough once still signs in", () => {
    expect(signInSchema.safeParse({ ...filled, password: "court" }).success).toBe(true);
  });

  test("keeps its spaces", () => {
    expect(signUpSchema.parse({ ...filled, password: " Abcdefghij1 " }).password).toBe(" Abcdefghij1 ");
  });
});

describe("a displayed name", () => {
  test("may be left out", () => {
    for (const nothing of [undefined, null, "", "   "]) expect(displayNameSchema.parse(nothing)).toBeNull();
  });

  test.each(["Claire M.", "Zoë d’Anjou", "محمد", "李雷"])("%s stays as it is", (name) => {
    expect(displayNameSchema.parse(` ${name} `)).toBe(name);
  });

  test.each(["a\u202eb", "a\u2066b", "a\tb", "a\0b", "a\udc00", `a${"\u0301\u0323".repeat(9)}`])(
    "%j cannot be shown",
    (name) => {
      expect(reasons(displayNameSchema.safeParse(name))).toEqual(["identity:errors.displayName"]);
    },
  );

  test("has 80 characters at most", () => {
    expect(reasons(displayNameSchema.safeParse("a".repeat(81)))).toEqual(["identity:errors.displayNameLong"]);
  });
});

test("region and stakeholder may be left unsaid, but not invented", () => {
  expect(profileSchema.parse({ region: "", stakeholder: undefined })).toMatchObject({
    region: "unknown",
    stakeholder: "unknown",
  });
  expect(profileSchema.parse({ region: "84", stakeholder: "hospital" })).toMatchObject({
    region: "84",
    stakeholder: "hospital",
  });
  expect(reasons(profileSchema.safeParse({ region: "99", stakeholder: ["citizen"] }))).toEqual([
    "identity:errors.region",
    "identity:errors.stakeholder",
  ]);
});

describe("for anything that may be posted", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.string()),
    fc.constant(undefined),
    fc.constant(null),
    fc.integer(),
  );
  const form = fc.record({
    email: anything,
    password: anything,
    currentPassword: anything,
    displayName: anything,
    region: anything,
    stakeholder: anything,
  });

  test("each refusal has words", () => {
    fc.assert(
      fc.property(form, (fields) => {
        for (const schema of [signUpSchema, signInSchema, profileSchema, passwordChangeSchema])
          for (const reason of reasons(schema.safeParse(fields))) expect(reason).toSatisfy(isKey);
      }),
    );
  });

  test("what is accepted is accepted again, unchanged", () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string({ unit: "grapheme", maxLength: 30 }), (email, displayName) => {
        const once = signUpSchema.safeParse({ ...filled, email, displayName, region: "", stakeholder: "" });
        if (once.success) expect(signUpSchema.parse(once.data)).toEqual(once.data);
      }),
    );
  });
});
