import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { hashPassword } from "~/modules/identity/secrets.server";
import * as identity from "~/modules/identity/index.server";
import { migrationNames } from "~/platform/db/schema-engine.server";
import { setDatabase } from "~/platform/db/index.server";
import { anotherDatabase } from "../setup/database";
import { PASSWORD } from "../setup/members";

const FIRST_OF_GRANTS = "20261124181000_staff_grant";
const ROOT = path.resolve(import.meta.dirname, "../../prisma/migrations");

test("accounts of the version that had one role and one password each keep role, password and session", async () => {
  const database = await anotherDatabase("blank");
  setDatabase(database);
  const connection = await database.adapter.connect();
  const migrate = async (wanted: (name: string) => boolean) => {
    for (const name of migrationNames().filter(wanted))
      await connection.executeScript(readFileSync(path.join(ROOT, name, "migration.sql"), "utf8"));
  };
  const { prisma } = database;
  await migrate((name) => name < FIRST_OF_GRANTS);
  const hash = await hashPassword(PASSWORD);
  for (const role of ["participant", "organiser", "moderator", "administrator"])
    await prisma.$executeRaw`INSERT INTO account (email, password_hash, role) VALUES (${`${role}@exemple.fr`}, ${hash}, ${role})`;
  const { token, accountId } = { token: "s".repeat(64), accountId: 2 };
  await prisma.$executeRaw`INSERT INTO session (id, account_id, expires_at) VALUES (${token}, ${accountId}, now() + interval '1 day')`;
  await migrate((name) => name >= FIRST_OF_GRANTS);

  const grantsOf = async (role: string) => {
    const { token } = await identity.signIn({ email: `${role}@exemple.fr`, password: PASSWORD });
    return (await identity.authenticate(token))?.actor.grants;
  };
  expect(await grantsOf("participant")).toEqual([]);
  for (const role of ["organiser", "moderator", "administrator"])
    expect(await grantsOf(role)).toEqual([{ role, consultationId: null }]);
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  expect(await prisma.session.findUniqueOrThrow({ where: { id: token } })).toMatchObject({
    proofs: ["password"],
    provenAt: account.createdAt,
  });
  await connection.dispose();
}, 120_000);
