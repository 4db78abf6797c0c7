import { expect, test } from "vitest";
import { complete } from "./rich-link";

test("an address is made whole", () => {
  expect(complete(" exemple.fr/page ")).toBe("https://exemple.fr/page");
  expect(complete("http://exemple.fr")).toBe("http://exemple.fr/");
  expect(complete("claire@exemple.fr")).toBe("mailto:claire@exemple.fr");
});

test("nothing but the web and mail", () => {
  expect(complete("javascript:alert(1)")).toBeNull();
  expect(complete("data:text/html,x")).toBeNull();
  expect(complete("")).toBeNull();
  expect(complete("https://")).toBeNull();
});
