import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANONYMOUS, type Actor } from "~/modules/identity";
import {
  deleteUnansweredStage,
  getTour,
  importQuestionnaire,
  listManagedPolls,
} from "~/modules/polls/index.server";
import {
  changeStage,
  createStage,
  getStage,
  manageStage,
  manageTestimonies,
  moveTestimony,
  removeTestimony,
  saveTestimony,
} from "~/modules/stages/index.server";
import { db } from "~/platform/db/index.server";
import melee from "../../prisma/demo/questionnaire-melee.json";
import { freshDatabase } from "../setup/database";
import { account } from "../setup/actors";
import { facts, makeStage, organiser, slug } from "../setup/held-stage";

let made: Awaited<ReturnType<typeof makeStage>>;

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => void (made = await makeStage()));

describe("a stage", () => {
  test("gets its address from its title, and another when that one is taken", async () => {
    expect(made.event).toBe("16e-etape-occitanie");
    expect(
      await Promise.all([createStage(organiser, slug, facts()), createStage(organiser, slug, facts())]),
    ).toEqual(expect.arrayContaining(["16e-etape-occitanie-2", "16e-etape-occitanie-3"]));
  });

  test("keeps what its form says, the hour by the clocks of its region", async () => {
    expect((await getStage(ANONYMOUS, slug, made.event)).stage).toMatchObject({
      organisers: ["ARS Occitanie", "GRADeS"],
      partners: [],
      place: null,
      attendance: null,
      startsAt: new Date("2023-09-28T12:00:00Z"),
    });
    await changeStage(
      organiser,
      slug,
      made.event,
      facts({
        region: "04",
        attendance: "200",
        attendanceQualifier: "plus de",
        place: "Amphi 1",
        replayUrl: "https://exemple.fr/replay",
      }),
    );
    expect((await getStage(ANONYMOUS, slug, made.event)).stage).toMatchObject({
      startsAt: new Date("2023-09-28T10:00:00Z"),
      attendance: 200,
      place: "Amphi 1",
      replayUrl: "https://exemple.fr/replay",
    });
  });

  test("is for organisers and administrators alone", async () => {
    const others: Actor[] = [ANONYMOUS, account(), account("moderator")];
    for (const actor of others) {
      const forbidden = { code: "forbidden" };
      await expect(listManagedPolls(actor)).rejects.toMatchObject(forbidden);
      await expect(createStage(actor, slug, facts())).rejects.toMatchObject(forbidden);
      await expect(manageStage(actor, slug, made.event)).rejects.toMatchObject(forbidden);
      await expect(importQuestionnaire([actor, slug, made.event], melee)).rejects.toMatchObject(forbidden);
    }
    expect(await listManagedPolls(account("administrator"))).toMatchObject([
      { stages: [{ slug: made.event, code: null }] },
    ]);
  });

  test("is deleted with all it holds, but not once somebody has answered there", async () => {
    await importQuestionnaire(made.place(), melee);
    await made.answered("evoque", [{ choice: ["ambition"] }]);
    await expect(deleteUnansweredStage(...made.place())).rejects.toMatchObject({
      code: "conflict",
      reason: "stages:refusal.answered-stage",
    });
    await db().prisma.pollAnswer.deleteMany();
    await deleteUnansweredStage(...made.place());
    await expect(getStage(ANONYMOUS, slug, made.event)).rejects.toMatchObject({ code: "not-found" });
    expect(await db().prisma.poll.count()).toBe(0);
  });
});

describe("testimonies", () => {
  const said = (speaker: string, item = "action-7") => ({
    item,
    speaker,
    role: null,
    organisation: null,
    points: ["un point"],
  });
  const speakers = async () =>
    (await manageTestimonies(...made.place())).testimonies.map(({ speaker }) => speaker);

  test("are added, changed, moved and removed", async () => {
    for (const speaker of ["A", "B", "C"]) await saveTestimony(...made.place(), null, said(speaker));
    const [a, b, c] = (await manageTestimonies(...made.place())).testimonies.map(({ id }) => id) as [
      number,
      number,
      number,
    ];
    await moveTestimony(...made.place(), c, -1);
    expect(await speakers()).toEqual(["A", "C", "B"]);
    await moveTestimony(...made.place(), a, -1);
    await saveTestimony(...made.place(), b, said("B2", "action-1"));
    expect(await speakers()).toEqual(["A", "C", "B2"]);
    await removeTestimony(...made.place(), c);
    await saveTestimony(...made.place(), null, said("D"));
    expect(await speakers()).toEqual(["A", "B2", "D"]);
    expect((await getStage(ANONYMOUS, slug, made.event)).groups.map(({ item }) => item.ref)).toEqual([
      "action-1",
      "action-7",
    ]);
  });

  test("are of an item, and of their own stage", async () => {
    await expect(saveTestimony(...made.place(), null, said("A", "action-99"))).rejects.toMatchObject({
      code: "invalid",
    });
    await saveTestimony(...made.place(), null, said("A"));
    const [one] = (await manageTestimonies(...made.place())).testimonies;
    const other = await createStage(organiser, slug, facts({ title: "Autre" }));
    await expect(saveTestimony(organiser, slug, other, one?.id ?? 0, said("Z"))).rejects.toMatchObject({
      code: "not-found",
    });
    await removeTestimony(organiser, slug, other, one?.id ?? 0);
    expect(await speakers()).toEqual(["A"]);
  });
});

test("the tour tells what each stage gathered", async () => {
  await saveTestimony(...made.place(), null, {
    item: "action-1",
    speaker: "A",
    role: null,
    organisation: null,
    points: [],
  });
  await importQuestionnaire(made.place(), melee);
  await made.answered("evoque", [{ choice: ["ambition"] }, { choice: ["acteur"] }]);
  await made.answered("question-libre", [{ text: ["Merci"] }]);
  const { stages } = await getTour(ANONYMOUS, slug);
  expect(stages).toMatchObject([{ slug: made.event, testimonies: 1, respondents: 3, answers: 3 }]);
});
