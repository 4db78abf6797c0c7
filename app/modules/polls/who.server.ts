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

/** Who answers, by the names that are kept: by account if there is one, and by device. */
export interface Respondent {
  actor: Actor;
  key: string;
  deviceKey: string | null;
}

/** Whose answer it is. @throws DomainError "invalid" of who has neither an account nor a device */
export function respondentOf({ actor, device }: Who): Respondent {
  const byDevice = device ? deviceKey(device) : null;
  if (actor.kind === "account") return { actor, key: `a${actor.id}`, deviceKey: byDevice };
  if (byDevice === null) throw new DomainError("invalid", "polls:refusal.no-device");
  return { actor, key: byDevice, deviceKey: byDevice };
}

/** Somebody who answers for the first time: an account by its profile, a device by the stage's region. */
export const newcomer = ({ key, actor }: Respondent, { region }: { region: string }) => ({
  key,
  region: actor.kind === "account" ? actor.region : region,
  stakeholder: actor.kind === "account" ? actor.stakeholder : "unknown",
});

/** The same respondent as somebody whose voice may count in the consultation. */
export const voterOf = ({ key, actor }: Respondent): PollVoter =>
  actor.kind === "account" ? { accountId: actor.id, displayName: actor.displayName } : { key };
