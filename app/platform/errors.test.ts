import { expect, test } from "vitest";
import { DomainError } from "./errors";

test("a refusal tells a person why, in words that exist", () => {
  expect(new DomainError("invalid", "errors:field")).toMatchObject({
    code: "invalid",
    reason: "errors:field",
    values: {},
  });
  // @ts-expect-error -- there is no such text
  expect(new DomainError("invalid", "errors:no-such").message).toBe("invalid: errors:no-such");
});
