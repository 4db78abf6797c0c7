import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { OPERATOR, type AccountActor, type Grant } from "~/modules/identity";
import * as identity from "~/modules/identity/index.server";
import { leave } from "~/modules/participation/index.server";
import { db } from "~/platform/db/index.server";
import { as } from "../setup/actors";
import { databaseKind, freshDatabase } from "../setup/database";
import { member, PASSWORD, settled } from "../setup/members";
import { emptyDatabase, seedConsultation } from "../setup/participation";

beforeAll(async () => void (await freshDatabase()));
beforeEach(emptyDatabase);

const ofAll = { consultationId: null };
const grantsOf = async (email: string) =>
  db().prisma.staffGrant.findMany({
    where: { account: { email } },
    select: { role: true, consultationId: true, grantedBy: true },
    orderBy: [{ role: "asc" }, { consultationId: "asc" }],
  });
const appoint = (email: string, ...roles: string[]) =>
  identity.createStaff(OPERATOR, { email, roles, ...ofAll });

/** Somebody signed in, as the next request finds them. */
async function staff(...grants: Grant[]) {
  const { email, session } = await member();
  for (const { role, consultationId } of grants)
    await identity.createStaff(OPERATOR, { email, roles: [role], consultationId });
  const actor = async () => {
    const found = await identity.authenticate(session.token);
    if (!found) throw new Error("signed out");
    return found.actor;
  };
  return { email, actor, session };
}

describe("roles", () => {
  test("are given together, beside those that are held, in all consultations or in one, once each", async () => {
    const { id } = await seedConsultation();
    const { password } = await appoint("Modo@exemple.fr", "moderator", "editor", "editor");
    const { token } = await identity.signIn({ email: "modo@exemple.fr", password: password ?? "" });
    const again = { email: "modo@exemple.fr", roles: ["moderator"], consultationId: id };
    expect(await identity.createStaff(OPERATOR, again)).toEqual({ password: null });
    expect(await identity.createStaff(OPERATOR, again)).toEqual({ password: null });
    await appoint("modo@exemple.fr", "moderator");
    const { grants } = (await identity.authenticate(token))?.actor as AccountActor;
    expect(
      [...grants].sort((a, b) =>
        `${a.role} ${a.consultationId}`.localeCompare(`${b.role} ${b.consultationId}`),
      ),
    ).toEqual([
      { role: "editor", consultationId: null },
      { role: "moderator", consultationId: id },
      { role: "moderator", consultationId: null },
    ]);
  });

  test("are given by administrators, each where they are one, and it is kept who gave them", async () => {
    const here = await seedConsultation({ slug: "ici" });
    const there = await seedConsultation({ slug: "ailleurs" });
    const { actor } = await member();
    const local: AccountActor = { ...actor, grants: [{ role: "administrator", consultationId: here.id }] };
    const give = (consultationId: number | null, by: AccountActor) =>
      identity.createStaff(by, { email: "x@exemple.fr", roles: ["organiser"], consultationId });
    await give(here.id, local);
    expect(await grantsOf("x@exemple.fr")).toEqual([
      { role: "organiser", consultationId: here.id, grantedBy: actor.id },
    ]);
    for (const elsewhere of [there.id, null])
      await expect(give(elsewhere, local)).rejects.toMatchObject({ code: "forbidden" });
    await give(null, as(actor, "administrator"));
    for (const by of [as(actor), as(actor, "organiser", "moderator", "editor")]) {
      await expect(give(here.id, by)).rejects.toMatchObject({ code: "forbidden" });
      await expect(
        identity.revokeStaff(by, { email: "x@exemple.fr", consultationId: here.id }),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(identity.revokeStaff(local, { email: "x@exemple.fr" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("are none but those that exist", async () => {
    for (const roles of [["participant"], ["king"], [""], []])
      await expect(
        identity.createStaff(OPERATOR, { email: "x@exemple.fr", roles, ...ofAll }),
      ).rejects.toMatchObject({ code: "invalid" });
  });

  test("end at the next request: those named or all, in one consultation or wherever they are held", async () => {
    const { id } = await seedConsultation();
    const held: Grant[] = [
      { role: "moderator", consultationId: id },
      { role: "moderator", consultationId: null },
      { role: "organiser", consultationId: id },
    ];
    const { email, actor } = await staff(...held);
    expect(await identity.revokeStaff(OPERATOR, { email, roles: ["moderator"], consultationId: id })).toEqual(
      [held[0]],
    );
    expect((await actor()).grants).toHaveLength(2);
    expect(await identity.revokeStaff(OPERATOR, { email, roles: ["editor"] })).toEqual([]);
    expect(await identity.revokeStaff(OPERATOR, { email })).toHaveLength(2);
    expect((await actor()).grants).toEqual([]);
    await expect(identity.revokeStaff(OPERATOR, { email: "nul@exemple.fr" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("end with their consultation, and with their holder's account, whoever gave them", async () => {
    const { id } = await seedConsultation();
    await staff({ role: "administrator", consultationId: null });
    const { email, actor } = await staff(
      { role: "editor", consultationId: id },
      { role: "administrator", consultationId: null },
    );
    await identity.createStaff(await actor(), { email: "y@exemple.fr", roles: ["editor"], ...ofAll });
    await db().prisma.consultation.delete({ where: { id } });
    expect(await grantsOf(email)).toMatchObject([{ role: "administrator" }]);
    await leave(await actor());
    expect(await grantsOf("y@exemple.fr")).toEqual([{ role: "editor", ...ofAll, grantedBy: null }]);
  });
});

describe("the last administrator", () => {
  const admin = { role: "administrator", consultationId: null } as const;
  const lastStays = { code: "conflict", reason: "identity:errors.lastAdministrator" };

  test("stays, whoever asks, and whatever else goes", async () => {
    const { id } = await seedConsultation();
    const { email, actor } = await staff(admin, { role: "editor", consultationId: null });
    await staff({ role: "administrator", consultationId: id });
    for (const by of [OPERATOR, await actor()])
      await expect(identity.revokeStaff(by, { email })).rejects.toMatchObject(lastStays);
    await expect(leave(await actor())).rejects.toMatchObject(lastStays);
    expect((await actor()).grants).toHaveLength(2);
    await identity.revokeStaff(OPERATOR, { email, roles: ["editor"] });
    await staff(admin);
    await identity.revokeStaff(OPERATOR, { email });
  });

  test("stays in the database, past all of our code", async () => {
    const [one, two] = [await staff(admin), await staff(admin)];
    const { prisma } = db();
    await expect(prisma.staffGrant.deleteMany()).rejects.toThrow();
    await expect(prisma.staffGrant.updateMany({ data: { role: "editor" } })).rejects.toThrow();
    await expect(prisma.account.deleteMany()).rejects.toThrow();
    await prisma.account.delete({ where: { email: one.email } });
    await expect(prisma.account.delete({ where: { email: two.email } })).rejects.toThrow();
    await expect(
      prisma.$transaction((tx) => tx.staffGrant.deleteMany(), { isolationLevel: "RepeatableRead" }),
    ).rejects.toThrow();
    expect(await prisma.staffGrant.count()).toBe(1);
  });

  test("stays when all go at once", async () => {
    for (let round = 0; round < 2; round++) {
      await emptyDatabase();
      const all = [await staff(admin), await staff(admin), await staff(admin), await staff(admin)];
      const actors = await Promise.all(all.map(({ actor }) => actor()));
      const { done, refused } = await settled(
        all.map(({ email }, index) =>
          index % 2 ? identity.revokeStaff(OPERATOR, { email }) : leave(actors[index] as AccountActor),
        ),
      );
      expect({ done, refused }).toEqual({ done: 3, refused: [lastStays.reason] });
      expect(await db().prisma.staffGrant.count()).toBe(1);
    }
  });

  test("waits for another who goes, and sees it: neither can slip past the other", async () => {
    const [one, two] = [await staff(admin), await staff(admin)];
    let second: Promise<unknown> | undefined;
    await db().prisma.$transaction(async (tx) => {
      await tx.account.delete({ where: { email: one.email } });
      // Not awaited: it ends only after this transaction.
      second = identity.revokeStaff(OPERATOR, { email: two.email }).catch((error: unknown) => error);
      // The embedded database has one connection: there the second waits for it.
      if (databaseKind === "postgres")
        await vi.waitFor(async () => {
          const waiting = await tx.$queryRaw<unknown[]>`
            SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
          expect(waiting).toHaveLength(1);
        });
    });
    expect(await second).toMatchObject(lastStays);
  });
});

describe("the first administrator", () => {
  test("is one, also when several processes start at once", async () => {
    const { id } = await seedConsultation();
    await staff({ role: "administrator", consultationId: id });
    const made = await Promise.all(
      ["a", "b", "c"].map((name) => identity.ensureAdministrator({ email: `${name}@admin.fr` })),
    );
    const [first] = made.filter((one) => one !== null);
    expect(made.filter((one) => one !== null)).toHaveLength(1);
    await expect(
      identity.signIn({ email: first?.email ?? "", password: first?.password ?? "" }),
    ).resolves.toBeDefined();
    expect(await identity.ensureAdministrator({ email: "d@admin.fr", password: PASSWORD })).toBeNull();
  });

  test("has the password that was given, and it is not repeated", async () => {
    expect(await identity.ensureAdministrator({ email: "e@admin.fr", password: PASSWORD })).toEqual({
      email: "e@admin.fr",
      password: null,
    });
    await expect(identity.signIn({ email: "e@admin.fr", password: PASSWORD })).resolves.toBeDefined();
  });
});
