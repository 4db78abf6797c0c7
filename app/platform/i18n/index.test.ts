import { expect, test } from "vitest";
import { getT, type Key } from "./index";

test("plurals follow the language, blanks are filled, and a missing key comes back as itself", () => {
  const fr = getT("fr");
  expect(fr("errors:too-many", { count: 1 })).toBe(
    "Vous avez fait trop d’essais. Réessayez dans une minute.",
  );
  expect(fr("errors:too-many", { count: 3 })).toBe("Vous avez fait trop d’essais. Réessayez dans 3 minutes.");
  expect(fr("errors:too-many", { count: 0 })).toContain("une minute");
  expect(getT("en")("errors:too-many", { count: 0 })).toContain("0 minutes");
  expect(fr("common:nav.label")).toBe("Navigation principale");
  expect(fr("common:no.such.key" as Key)).toBe("no.such.key");
});
