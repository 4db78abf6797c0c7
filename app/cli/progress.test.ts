import { expect, test, vi } from "vitest";
import { Progress } from "./progress";
import { localeOf } from "./terminal";

/** What is written to a terminal, or to what is none, while `seconds` pass. */
function shown(isTTY: boolean, seconds: number): string {
  vi.useFakeTimers({ toFake: ["performance"] });
  let written = "";
  const progress = new Progress({
    isTTY,
    write: (text: string | Uint8Array) => ((written += String(text)), true),
  });
  for (let tenth = 0; tenth <= seconds * 10; tenth++) {
    progress.show({ ratio: tenth / 100, rows: tenth * 1_000 });
    vi.advanceTimersByTime(100);
  }
  progress.end();
  vi.useRealTimers();
  return written.replace(/[\u202f\u00a0]/g, " ");
}

test("what takes less than a second shows nothing, nor what nobody watches", () => {
  expect(shown(true, 0.9)).toBe("");
  expect(shown(false, 10)).toBe("");
});

test("what takes longer shows how far it is and how fast, and leaves the line clean", () => {
  const written = shown(true, 5);
  expect(written).toContain("[############............] 50 %  50 000 lignes, 10 000/s");
  expect(written.endsWith("\r\u001b[K")).toBe(true);
});

test("the terminal's language is English when it says so, else French", () => {
  expect(localeOf({ LANG: "en_GB.UTF-8" })).toBe("en");
  expect(localeOf({ LANG: "fr_FR.UTF-8", LC_ALL: "en_US" })).toBe("en");
  for (const LANG of ["fr_FR.UTF-8", "C", "C.UTF-8", "de_DE", "", undefined])
    expect(localeOf({ LANG })).toBe("fr");
});
