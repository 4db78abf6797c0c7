import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db, unitOfWork } from "~/platform/db/index.server";
import { failedJobs, job, PermanentFailure, recurring, retryJobs } from "~/platform/jobs/index.server";
import { MOST_ATTEMPTS } from "~/platform/jobs/pauses";
import { performDue, startJobs } from "~/platform/jobs/worker.server";
import { freshDatabase } from "../setup/database";

const done: string[] = [];
let refuses = false;
const note = job<{ text: string }>("test-note", async ({ text }) => {
  if (refuses) throw Object.assign(new Error(`not ${text}`), { code: "ECONNREFUSED" });
  done.push(text);
});
const jobs = () =>
  db().prisma.job.findMany({ where: { name: { startsWith: "test" } }, orderBy: { id: "asc" } });
const dueNow = () => db().prisma.job.updateMany({ data: { runAt: new Date(0) } });

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await db().prisma.job.deleteMany();
  done.length = 0;
  refuses = false;
});

describe("a job", () => {
  test("is promised by a unit of work only, and kept only with it", async () => {
    await expect(note({ text: "alone" })).rejects.toThrow("by no unit of work");
    await unitOfWork(async () => {
      await note({ text: "lost" });
      throw new Error("changed my mind");
    }).catch(() => {});
    await unitOfWork(() => note({ text: "kept" }));
    expect(await performDue()).toBe(1);
    expect([done, await jobs()]).toEqual([["kept"], []]);
  });

  test("is done by one of several who look at once, as soon as it is promised", async () => {
    const stops = [startJobs(), startJobs(), startJobs()];
    const texts = Array.from({ length: 40 }, (_, index) => `n${index}`);
    await unitOfWork(async () => {
      for (const text of texts) await note({ text });
    });
    await vi.waitFor(async () => expect(await jobs()).toEqual([]), { timeout: 10_000, interval: 20 });
    await Promise.all(stops.map((stop) => stop()));
    expect([...done].sort()).toEqual([...texts].sort());
  });

  test("that fails waits longer each time, is given up, and is tried again when asked to", async () => {
    refuses = true;
    await unitOfWork(() => note({ text: "secret@exemple.fr" }));
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const before = Date.now();
      expect(await performDue()).toBe(1);
      const [row] = await jobs();
      pauses.push((row?.runAt.getTime() ?? 0) - before);
      if (attempt < MOST_ATTEMPTS) expect(row).toMatchObject({ state: "waiting", attempts: attempt });
      await dueNow();
    }
    expect(pauses[5]).toBeGreaterThan(pauses[1] ?? 0);
    expect(await performDue()).toBe(0);
    const [failed] = await failedJobs();
    expect(failed).toMatchObject({
      name: "test-note",
      attempts: MOST_ATTEMPTS,
      problem: "Error ECONNREFUSED",
    });
    expect(JSON.stringify(failed)).not.toContain("secret");
    refuses = false;
    expect(await retryJobs(failed?.id ?? 0)).toBe(1);
    expect(await performDue()).toBe(1);
    expect([done, await jobs(), await failedJobs()]).toEqual([["secret@exemple.fr"], [], []]);
  });

  test("that can never be done is given up at once, for the reason it met", async () => {
    const never = job("test-never", () =>
      Promise.reject(
        new PermanentFailure(Object.assign(new Error("to x@exemple.fr"), { code: "EENVELOPE" })),
      ),
    );
    await unitOfWork(() => never(null));
    expect([await performDue(), await performDue()]).toEqual([1, 0]);
    expect(await failedJobs()).toMatchObject([
      { name: "test-never", attempts: 1, problem: "Error EENVELOPE" },
    ]);
    expect(await retryJobs(null)).toBe(1);
    await performDue();
    expect(await failedJobs()).toMatchObject([{ attempts: 1 }]);
  });

  test("that waits is not tried before its time by a wish for all that failed", async () => {
    await unitOfWork(() => note({ text: "waits" }));
    expect(await retryJobs(null)).toBe(0);
  });

  test("of a process that fell silent is taken over when its lease ends, and not before", async () => {
    await unitOfWork(() => note({ text: "taken over" }));
    const lease = (until: Date) => db().prisma.job.updateMany({ data: { lockedUntil: until, attempts: 1 } });
    await lease(new Date(Date.now() + 60_000));
    expect(await performDue()).toBe(0);
    await lease(new Date(Date.now() - 1));
    expect(await performDue()).toBe(1);
    expect(done).toEqual(["taken over"]);
  });

  test("that recurs is one row, done once for all who look, and again later", async () => {
    let runs = 0;
    recurring("test-recurring", 60_000, async () => void runs++);
    const stops = [startJobs(), startJobs()];
    await vi.waitFor(() => expect(runs).toBe(1), { timeout: 10_000, interval: 20 });
    await Promise.all(stops.map((stop) => stop()));
    expect(await jobs()).toMatchObject([
      { name: "test-recurring", state: "waiting", attempts: 0, lockedUntil: null },
    ]);
    await dueNow();
    await performDue();
    expect(runs).toBe(2);
  });
});
