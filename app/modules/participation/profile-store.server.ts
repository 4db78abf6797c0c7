import { now } from "~/platform/clock";
import { unitOfWork } from "~/platform/db/index.server";
import { int4, nullable, statement, text, timestamptz } from "~/platform/db/sql.server";
import { DomainError } from "~/platform/errors";
import type { AccountActor, Profile } from "~/modules/identity";
import { deleteAccount, updateProfile } from "~/modules/identity/index.server";
import { holdAll } from "./hold-store.server";

const NOT_CLOSED = `SELECT p.id FROM participant AS p JOIN consultation_facts AS c ON c.id = p.consultation_id
  WHERE p.account_id = $1::int AND c.closes_at > $4::timestamptz`;

/** Counts follow by the triggers. $1 account, $2 region, $3 stakeholder, $4 now. */
const MOVE_PARTICIPANTS = statement("participation.move-participants", {
  sql: `
    UPDATE participant SET region = $2::text, stakeholder = $3::text WHERE id IN (${NOT_CLOSED})
      AND (region, stakeholder) <> ($2::text, $3::text)`,
  takes: [int4, text, text, timestamptz],
});
const MOVE_VOICES = statement("participation.move-voices", {
  sql: `
    UPDATE voice SET region = $2::text, stakeholder = $3::text WHERE participant_id IN (${NOT_CLOSED})
      AND (region, stakeholder) <> ($2::text, $3::text)`,
  takes: [int4, text, text, timestamptz],
});

/** A new name stands beside all that was written before. $1 account, $2 name. */
const RENAME = statement("participation.rename", {
  sql: `UPDATE participant SET display_name = $2::text WHERE account_id = $1::int AND display_name IS DISTINCT FROM $2::text`,
  takes: [int4, nullable(text)],
});

/** An account's participants become nobody. $1 account. */
const ANONYMISE = statement("participation.anonymise", {
  sql: `UPDATE participant SET account_id = NULL, display_name = NULL WHERE account_id = $1::int`,
  takes: [int4],
});

/** Name, region and stakeholder of an account, and of its voices wherever counting is not over, in one transaction. */
export function writeProfile(account: AccountActor, profile: Profile): Promise<void> {
  return unitOfWork(async (tx) => {
    // The same order as every writer: consultations held first, then participants, then voices.
    const held = await holdAll(tx);
    await updateProfile(tx, account.id, profile);
    await MOVE_PARTICIPANTS.run(tx, account.id, profile.region, profile.stakeholder, now());
    await MOVE_VOICES.run(tx, account.id, profile.region, profile.stakeholder, now());
    await RENAME.run(tx, account.id, profile.displayName);
    const closed = held.some(({ closesAt }) => closesAt <= now());
    // Counted figures must not move after the closing: rolled back, to be tried again without that consultation.
    if (closed) throw new DomainError("conflict", "participation:errors.closed-meanwhile");
  });
}

/** Deletes an account; what it said stays counted, by nobody. */
export function anonymise(account: AccountActor): Promise<void> {
  return unitOfWork(async (tx) => {
    await ANONYMISE.run(tx, account.id);
    await deleteAccount(tx, account.id);
  });
}
