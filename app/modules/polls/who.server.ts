import { createHash } from "node:crypto";
import type { Actor } from "~/modules/identity";
import type { PollVoter } from "~/modules/participation/index.server";
import { DomainError } from "~/platform/errors";

/** Who answers: a signed-in account, else the device that holds this secret. */
export interface Who {
  actor: Actor;
  /** Of a cookie; what is kept is its hash. Null before the first visit. */
  device: string | null;
}

/** Two processes must know a device by the same name, and nobody may answer for it who has read the database. */
const deviceKey = (device: string): string =>
  `d${createHash("sha256").update(device).digest("base64url").slice(0, 27)}`;

/** Names of a respondent: by account if there is one, and by device. @throws DomainError "invalid" without any. */
export function keysOf({ actor, device }: Who): { key: string; deviceKey: string | null } {
  const byDevice = device ? deviceKey(device) : null;
  if (actor.kind === "account") return { key: `a${actor.id}`, deviceKey: byDevice };
  if (byDevice === null) throw new DomainError("invalid", "polls:refusal.no-device");
  return { key: byDevice, deviceKey: byDevice };
}

/** Somebody who answers for the first time: an account by its profile, a device by the stage's region. */
export const newcomer = (key: string, { actor }: Who, { region }: { region: string }) => ({
  key,
  region: actor.kind === "account" ? actor.region : region,
  stakeholder: actor.kind === "account" ? actor.stakeholder : "unknown",
});

/** The same respondent as somebody whose voice may count in the consultation. */
export const voterOf = (key: string, actor: Actor): PollVoter =>
  actor.kind === "account" ? { accountId: actor.id, displayName: actor.displayName } : { key };
