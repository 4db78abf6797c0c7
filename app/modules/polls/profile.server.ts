import { findRegion, STAKEHOLDERS, UNKNOWN } from "~/modules/identity";
import { movePollVoices, whileCounting } from "~/modules/participation/index.server";
import { DomainError } from "~/platform/errors";
import { joinPoll, moveRespondents } from "./answers-store.server";
import { pollByCode } from "./reading.server";
import type { Respondent } from "./who.server";

type Told = Respondent & { region: string | undefined; stakeholder: string | undefined };

const isKnown = ({ region, stakeholder }: Told): boolean =>
  (region === undefined || region === UNKNOWN || findRegion(region) !== undefined) &&
  (stakeholder === undefined || (STAKEHOLDERS as readonly string[]).includes(stakeholder));

/**
 * What people without an account say of themselves: once said, it holds for all their answers here, and for their voices in
 * the consultation while it is open. Accounts have a profile of their own, which this leaves alone. A hall that comes in
 * tells who it is within a minute: together, in one transaction.
 * @returns of each true, or why it is refused. @throws DomainError not-found
 */
export async function tellRespondents(code: string, told: readonly Told[]): Promise<(true | Error)[]> {
  const { place } = await pollByCode(code);
  const outcomes = told.map((one) =>
    isKnown(one) ? (true as const) : new DomainError("invalid", "polls:refusal.unknown-choice"),
  );
  const devices = told.filter(({ actor }, index) => outcomes[index] === true && actor.kind !== "account");
  if (devices.length === 0) return outcomes;
  await whileCounting(place.consultationSlug, async (tx, counts) => {
    const known = await joinPoll(
      tx,
      place.stageId,
      devices.map(({ key }) => ({ key, region: place.region, stakeholder: UNKNOWN })),
    );
    for (const { key, region, stakeholder } of devices) {
      const before = known.get(key);
      known.set(key, {
        key,
        region: region ?? before?.region ?? place.region,
        stakeholder: stakeholder ?? before?.stakeholder ?? UNKNOWN,
      });
    }
    const people = [...known.values()];
    await moveRespondents(tx, place.stageId, people);
    if (counts) await movePollVoices(tx, place.consultationId, people);
  });
  return outcomes;
}
