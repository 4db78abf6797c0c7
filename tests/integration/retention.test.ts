import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { getLegalPage } from "~/modules/consultation/index.server";
import { OPERATOR } from "~/modules/identity";
import { createStaff, signIn } from "~/modules/identity/index.server";
import { anonymisePast, giveOpinion, recount } from "~/modules/participation/index.server";
import { setClock } from "~/platform/clock";
import * as configuration from "~/platform/config.server";
import { db } from "~/platform/db/index.server";
import { deleteImports, importLines, line } from "../setup/contributions";
import { freshDatabase } from "../setup/database";
import {
  emptyDatabase,
  recountedTallies,
  seedAccount,
  seedConsultation,
  tallies,
} from "../setup/participation";

/** In Paris, where it is still winter; a year later to the day is 2024-03-15, also at midnight. */
const WINDOW = {
  opensAt: new Date("2022-12-14T00:00:00+01:00"),
  closesAt: new Date("2023-03-15T00:00:00+01:00"),
};
const DUE = Date.parse("2024-03-15T00:00:00+01:00");
const at = (instant: number | string) => void setClock(() => new Date(instant).getTime());

beforeAll(async () => void (await freshDatabase()));
beforeEach(async () => {
  await emptyDatabase();
  await deleteImports();
});
afterEach(() => at(Date.now()));

const linked = () =>
  db().prisma.participant.count({
    where: {
      OR: [{ accountId: { not: null } }, { displayName: { not: null } }, { externalKey: { not: null } }],
    },
  });
const idleSince = (email: string, usedAt: string) =>
  db().prisma.account.update({ where: { email }, data: { usedAt: new Date(usedAt) } });

test("who took part is forgotten when the months since the closing have passed, not a millisecond before; what they said stays", async () => {
  const { slug } = await seedConsultation(WINDOW);
  at("2023-02-01T12:00:00Z");
  const claire = await seedAccount({ displayName: "Claire M." });
  await giveOpinion(claire, { slug, ref: "action-1", position: "for", stars: 4, body: "Oui" });
  const paper = line({ participant: "jean@exemple.fr", position: "against" });
  await importLines([paper]);
  const counted = await tallies();
  at(DUE - 1);
  expect(await anonymisePast(12)).toMatchObject({ participants: 0 });
  expect(await linked()).toBe(2);
  at(DUE);
  expect(await anonymisePast(12)).toMatchObject({ participants: 2 });
  expect(await linked()).toBe(0);
  expect(await anonymisePast(12)).toMatchObject({ participants: 0 });
  expect(await tallies()).toEqual(counted);
  expect(await recountedTallies()).toEqual(counted);
  expect(await recount(OPERATOR, slug)).toMatchObject({ wrong: 0 });
  // The same file again is still the same contributions.
  expect(await importLines([paper])).toMatchObject({ imported: 0, known: 1 });
});

test("counts months by the calendar of the consultation's place", async () => {
  // One month after the last day of January, in winter, and six after a closing in summer.
  await seedConsultation({
    opensAt: new Date("2022-01-01"),
    closesAt: new Date("2023-07-31T20:00:00+02:00"),
  });
  await db().prisma.participant.create({ data: { consultationId: 1, externalKey: "k" } });
  at(Date.parse("2024-01-31T20:00:00+01:00") - 1);
  expect(await anonymisePast(6)).toMatchObject({ participants: 0 });
  at("2024-01-31T20:00:00+01:00");
  expect(await anonymisePast(6)).toMatchObject({ participants: 1 });
});

test("nobody is forgotten of a consultation that closed later, and no account that takes part in one", async () => {
  const past = await seedConsultation({ ...WINDOW, slug: "passee" });
  const recent = await seedConsultation({
    opensAt: WINDOW.opensAt,
    closesAt: new Date("2023-06-01"),
    slug: "recente",
  });
  at("2023-02-01T12:00:00Z");
  const [both, one] = [await seedAccount({ displayName: "Ahmed" }), await seedAccount()];
  for (const { slug } of [past, recent]) await giveOpinion(both, { slug, ref: "action-1", stars: 3 });
  await giveOpinion(one, { slug: past.slug, ref: "action-1", stars: 3 });
  for (const { email } of [both, one]) await idleSince(email, "2023-02-01");
  at(DUE);
  expect(await anonymisePast(12)).toEqual({ participants: 2, accounts: 1 });
  expect(await db().prisma.account.findMany({ select: { email: true } })).toEqual([{ email: both.email }]);
  expect(
    await db().prisma.participant.findMany({
      where: { accountId: both.id },
      select: { consultationId: true, displayName: true },
    }),
  ).toEqual([{ consultationId: recent.id, displayName: "Ahmed" }]);
});

test("an account is deleted when nobody has used it for as long; staff, and who is signed in, never", async () => {
  const idle = await seedAccount();
  const signedIn = await seedAccount();
  await createStaff(OPERATOR, { email: "modo@exemple.fr", roles: ["moderator"], consultationId: null });
  for (const email of [idle.email, signedIn.email, "modo@exemple.fr"])
    await idleSince(email, "2023-03-15T10:00:00Z");
  await db().prisma.session.create({
    data: {
      id: "s",
      accountId: signedIn.id,
      expiresAt: new Date("2024-03-20"),
      proofs: [],
      provenAt: new Date("2023-01-01"),
    },
  });
  at(Date.parse("2024-03-15T10:00:00Z") - 1);
  expect(await anonymisePast(12)).toEqual({ participants: 0, accounts: 0 });
  at("2024-03-15T10:00:00Z");
  expect(await anonymisePast(12)).toEqual({ participants: 0, accounts: 1 });
  expect((await db().prisma.account.findMany({ orderBy: { id: "asc" } })).map(({ email }) => email)).toEqual([
    signedIn.email,
    "modo@exemple.fr",
  ]);
});

test("signing in is using an account", async () => {
  const { password } = await createStaff(OPERATOR, {
    email: "ancienne@exemple.fr",
    roles: ["moderator"],
    consultationId: null,
  });
  await db().prisma.staffGrant.deleteMany();
  await idleSince("ancienne@exemple.fr", "2010-01-01");
  await signIn({ email: "ancienne@exemple.fr", password: password ?? "" });
  await db().prisma.session.deleteMany();
  expect(await anonymisePast(12)).toMatchObject({ accounts: 0 });
});

test("the page of personal data tells the period, once there is one", async () => {
  const body = async () => (await getLegalPage("donnees-personnelles", "fr")).body;
  expect(await body()).toContain("durée de conservation après la fin");
  vi.spyOn(configuration, "config").mockReturnValue({ ...configuration.config(), RETENTION_MONTHS: 12 });
  expect(await body()).toContain("12 mois après la clôture");
  expect(await body()).not.toMatch(/durée de conservation|\{/);
});
