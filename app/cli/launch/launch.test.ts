import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, describe, expect, test, vi } from "vitest";
import { isInstalled } from "./dependencies.js";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.js";
import { withLock } from "./lock.js";
import { isSupported } from "./node-version.js";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "concertation-launch-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

test.each([
  ["20.19.0", true],
  ["20.19.1", true],
  ["22.0.0", true],
  ["100.0.0", true],
  ["20.18.9", false],
  ["18.20.8", false],
  ["8.0.0", false],
  ["21.0.0-nightly", true],
])("Node %s is supported: %s", (version, expected) => expect(isSupported(version)).toBe(expected));

describe("a fingerprint", () => {
  const root = path.join(folder, "sources");
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  const now = () => fingerprint(root, ["app", "lock.json"], (file) => file.endsWith(".test.ts"));

  test("changes with names and content of files, and with nothing else", () => {
    write("app/a.ts", "one");
    write("app/deep/b.ts", "two");
    const first = now();
    fs.utimesSync(path.join(root, "app/a.ts"), 0, 0);
    write("app/a.test.ts", "skipped");
    expect(now()).toBe(first);
    write("app/a.ts", "oneb");
    const second = now();
    expect(second).not.toBe(first);
    write("app/a.ts", "one");
    expect(now()).toBe(first);
    fs.renameSync(path.join(root, "app/deep/b.ts"), path.join(root, "app/deep/c.ts"));
    expect(now()).not.toBe(first);
    const renamed = now();
    write("lock.json", "");
    expect(now()).not.toBe(renamed);
  });

  test("is kept in a stamp", () => {
    const file = path.join(root, "build/.stamp");
    expect(readStamp(file)).toBeNull();
    writeStamp(file, "abc");
    expect(readStamp(file)).toBe("abc");
  });
});

describe("what npm installed", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
      "node_modules/b": { version: "2.0.0", integrity: "sha512-b", optional: true, os: ["sunos"] },
    },
  };
  const a = { "node_modules/a": { version: "1.0.0", integrity: "sha512-a" } };

  test("satisfies the lock file when all but optional packages are there", () => {
    expect(isInstalled(lock, { packages: a })).toBe(true);
  });
  test.each([
    ["misses one", {}],
    ["has another version", { "node_modules/a": { version: "1.0.1", integrity: "sha512-a" } }],
    ["has other content", { "node_modules/a": { version: "1.0.0", integrity: "sha512-z" } }],
    ["was copied from another platform", { ...a, "node_modules/b": lock.packages["node_modules/b"] }],
  ])("does not when it %s", (_, packages) => expect(isInstalled(lock, { packages })).toBe(false));
});

describe("the lock", () => {
  const quick = { pollMs: 5, silenceMs: 300 };
  const lockFile = (name: string) => path.join(folder, name);

  test("lets one in at a time, and leaves nothing behind", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true); // why: it tells who waits that it waits
    const file = lockFile("one");
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      // Long enough for the others to have tried, were they let in.
      for (let turn = 0; turn < 20; turn++) await setImmediate();
      inside -= 1;
    };
    await Promise.all(
      Array.from({ length: 8 }, () => withLock(file, work, { pollMs: 5, silenceMs: 60_000 })),
    );
    expect(most).toBe(1);
    expect(fs.readdirSync(folder).filter((name) => name.startsWith("one"))).toEqual([]);
  });

  test("is released when the work fails", async () => {
    const file = lockFile("two");
    await expect(withLock(file, () => Promise.reject(new Error("no")), quick)).rejects.toThrow("no");
    expect(await withLock(file, async () => "in", quick)).toBe("in");
  });

  test("of a process that died is taken over", async () => {
    const file = lockFile("three");
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    fs.writeFileSync(file, JSON.stringify({ pid: child.pid, host: os.hostname(), id: "dead" }));
    expect(await withLock(file, async () => "in", { pollMs: 5, silenceMs: 60_000 })).toBe("in");
  });

  test("that gives no sign of life, its number used by another process since, is taken over after a while", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true); // why: as above
    const file = lockFile("four");
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, host: os.hostname(), id: "another life" }));
    const started = performance.now();
    expect(await withLock(file, async () => "in", quick)).toBe("in");
    expect(performance.now() - started).toBeGreaterThan(quick.silenceMs);
  });
});
