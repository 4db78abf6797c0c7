import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "./files.server";

let folder: string;
const file = () => path.join(folder, "out");
beforeEach(() => void (folder = mkdtempSync(path.join(os.tmpdir(), "concertation-files-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("a file is written whole, plain or compressed, and replaces the one that was there", async () => {
  writeFileSync(file(), "avant");
  const pieces = async (write: (text: string) => Promise<void>) => {
    for (let i = 0; i < 300; i++) await write(`é${i}`.repeat(200));
    return "fait";
  };
  expect(await writeWhole(file(), pieces)).toBe("fait");
  const plain = readFileSync(file(), "utf8");
  await writeWhole(file(), pieces, { gzip: true });
  expect(gunzipSync(readFileSync(file())).toString()).toBe(plain);
  expect(plain).toHaveLength([...Array(300).keys()].reduce((sum, i) => sum + 200 * `é${i}`.length, 0));
  expect(readdirSync(folder)).toEqual(["out"]);
});

test("what fails on the way leaves the file that was there, and nothing else", async () => {
  writeFileSync(file(), "avant");
  const failing = writeWhole(file(), async (write) => {
    await write("la moitié");
    throw new Error("panne");
  });
  await expect(failing).rejects.toThrow("panne");
  expect([readFileSync(file(), "utf8"), readdirSync(folder)]).toEqual(["avant", ["out"]]);
});

test("a place that cannot be written says why, whatever was to be written", async () => {
  const nowhere = path.join(folder, "no/out");
  await expect(writeWhole(nowhere, () => Promise.resolve())).rejects.toMatchObject({ code: "ENOENT" });
  await expect(
    writeWhole(nowhere, async (write) => {
      for (;;) await write("x".repeat(100_000));
    }),
  ).rejects.toMatchObject({ code: "ENOENT" });
});
