import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getLegalPage, saveLegalPage } from "~/modules/consultation/index.server";
import { OPERATOR, type AccountActor } from "~/modules/identity";
import { giveOpinion, myVoice } from "~/modules/participation/index.server";
import { getItemFigures } from "~/modules/results/index.server";
import { setClock } from "~/platform/clock";
import { batched } from "~/platform/batch.server";
import { db, longUnitOfWork, reader, snapshot, unitOfWork, writer } from "~/platform/db/index.server";
import { shortLived } from "~/platform/short-lived.server";
import { databaseKind, freshDatabase } from "../setup/database";
import {
  emptyDatabase,
  expectExactCounts,
  seedAccount,
  seedConsultation,
  voices,
} from "../setup/participation";

let consultation: Awaited<ReturnType<typeof seedConsultation>>;
let claire: AccountActor;

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  await db().prisma.legalPage.deleteMany();
  consultation = await seedConsultation();
  claire = await seedAccount();
});

const vote = (stars: number) => giveOpinion(claire, { slug: consultation.slug, ref: "action-1", stars });
const write = (body: string) => saveLegalPage(OPERATOR, { slug: "donnees-personnelles", locale: "fr", body });
const written = async () => (await db().prisma.legalPage.findMany()).map(({ body }) => body);
const item = () => ({ id: consultation.itemId("action-1"), consultationId: consultation.id });
/** The number of the transaction that a query runs in. */
async function transactionOf(): Promise<string> {
  const [row] = await reader().$queryRaw<{ id: string }[]>`SELECT txid_current()::text AS id`;
  return row?.id ?? "";
}

function gate() {
  let open: () => void = () => {};
  return { opened: new Promise<void>((resolve) => (open = resolve)), open };
}

describe("a unit of work", () => {
  test("holds what commands of two modules write, which read each other's work", async () => {
    const effects: string[] = [];
    await unitOfWork(async (_, afterCommit) => {
      afterCommit(() => void effects.push("outer"));
      await vote(4);
      await unitOfWork(async (__, after) => after(() => void effects.push("inner")));
      expect(await myVoice(claire, item())).toMatchObject({ stars: 4 });
      await write("Texte de l’unité");
      expect((await getLegalPage("donnees-personnelles", "fr")).body).toBe("Texte de l’unité");
      expect(effects).toEqual([]);
    });
    expect(effects).toEqual(["outer", "inner"]);
    expect([await voices(), await written()]).toMatchObject([[{ stars: 4 }], ["Texte de l’unité"]]);
    await expectExactCounts();
  });

  test("leaves nothing of either when one fails, even if its caller goes on", async () => {
    const failed = unitOfWork(async () => {
      await vote(4);
      await write("Texte perdu");
      await giveOpinion(claire, { slug: consultation.slug, ref: "nowhere", stars: 1 }).catch(() => {});
    });
    await expect(failed).rejects.toMatchObject({ code: "not-found" });
    expect([await voices(), await written()]).toEqual([[], []]);
    await expectExactCounts();
  });

  test("leaves nothing when the consultation closed before its commit, long after the vote", async () => {
    const closes = new Date();
    await db().prisma.consultation.update({ where: { id: consultation.id }, data: { closesAt: closes } });
    const restore = setClock(() => closes.getTime() - 1);
    const late = unitOfWork(async () => {
      await vote(4);
      setClock(() => closes.getTime());
      await write("Texte de trop");
    });
    await expect(late.finally(restore)).rejects.toMatchObject({ code: "closed" });
    expect([await voices(), await written()]).toEqual([[], []]);
  });

  test("is tried again from its outermost start", async () => {
    let tries = 0;
    await unitOfWork(async () => {
      await write("Texte");
      await unitOfWork(async () => {
        tries += 1;
        if (tries < 3) throw Object.assign(new Error("deadlock"), { code: "40P01" });
      });
    });
    expect([tries, await written()]).toEqual([3, ["Texte"]]);
  });

  test("is not what it left running belongs to, once it has ended", async () => {
    const { opened, open } = gate();
    let later: Promise<string> | undefined;
    const during = await unitOfWork(() => {
      later = new Promise((resolve) => setImmediate(resolve)).then(() => opened).then(transactionOf);
      return transactionOf();
    });
    open();
    expect(await later).not.toBe(during);
    expect(await unitOfWork(() => unitOfWork(transactionOf))).not.toBe(during);
  });

  test("may take long for an operator, but does not start within another", async () => {
    await longUnitOfWork(async () => {
      await vote(2);
      await expect(longUnitOfWork(async () => {})).rejects.toThrow("cannot start within");
      await expect(snapshot(async () => {})).rejects.toThrow("cannot start within");
    });
    expect(await voices()).toMatchObject([{ stars: 2 }]);
  });
});

describe("a snapshot", () => {
  test("shows several modules one moment, whoever writes meanwhile", async () => {
    await vote(2);
    await write("Avant");
    const read = async () => ({
      mine: (await myVoice(claire, item()))?.stars,
      text: (await getLegalPage("donnees-personnelles", "fr")).body,
      mean: await getItemFigures(item().id),
    });
    const before = await read();
    const { opened, open } = gate();
    // Somebody else's request, which is under way before: the embedded database lets it in at the end.
    const writing = opened.then(() => vote(5)).then(() => write("Après"));
    const [first, second] = await snapshot(async () => {
      const first = await read();
      open();
      if (databaseKind === "postgres") await writing;
      return [first, await snapshot(read)];
    });
    await writing;
    expect([first, second]).toEqual([before, before]);
    const after = await read();
    expect(after).toMatchObject({ mine: 5, text: "Après" });
    expect(after.mean).not.toEqual(before.mean);
  });

  test("is only read", async () => {
    await snapshot(async (tx) => {
      await expect(unitOfWork(async () => {})).rejects.toThrow("only read");
      expect(() => writer()).toThrow("only read");
      await expect(vote(1)).rejects.toThrow("only read");
      await expect(tx.legalPage.deleteMany()).rejects.toThrow();
    }).catch(() => {});
    expect(await voices()).toEqual([]);
  });
});

describe("what many share", () => {
  test("a batch asked within a unit runs there alone; those who wait for it elsewhere share one of their own", async () => {
    const runs: number[][] = [];
    const ask = batched<number, string>(
      async (inputs) => {
        runs.push(inputs);
        const id = await unitOfWork(transactionOf);
        return inputs.map(() => id);
      },
      { most: 10, wait: 5 },
    );
    const joined = await unitOfWork(async () => [await ask(1), await transactionOf()]);
    expect(joined[0]).toBe(joined[1]);
    const [second, third] = await Promise.all([ask(2), ask(3)]);
    expect(second).toBe(third);
    expect(second).not.toBe(joined[0]);
    expect(runs).toEqual([[1], [2, 3]]);
  });

  test("a batch asked by what a unit left running belongs to no unit, nor do the batches after it", async () => {
    const { opened, open } = gate();
    const ask = batched<number, string>(
      async (inputs) => [await longUnitOfWork(transactionOf)].concat(inputs.slice(1).map(String)),
      { most: 1 },
    );
    let later: Promise<string[]> | undefined;
    const during = await unitOfWork(() => {
      later = opened.then(() => Promise.all([ask(1), ask(2)]));
      return transactionOf();
    });
    open();
    expect(new Set([during, ...((await later) ?? [])]).size).toBe(3);
  });

  test("a short-lived cache asked within a snapshot reads from it, and shares nothing", async () => {
    await write("Avant");
    const texts = shortLived(async () => (await reader().legalPage.findFirst())?.body);
    const { opened, open } = gate();
    const writing = opened.then(() => write("Après"));
    const seen = await snapshot(async () => {
      const first = await texts.get("");
      open();
      if (databaseKind === "postgres") await writing;
      return [first, await texts.get("")];
    });
    await writing;
    expect([...seen, await texts.get("")]).toEqual(["Avant", "Avant", "Après"]);
  });
});
