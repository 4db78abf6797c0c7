import { findRegion, STAKEHOLDERS, UNKNOWN } from "~/modules/identity";
import { holdForPoll, movePollVoices } from "~/modules/participation/index.server";
import { DomainError } from "~/platform/errors";
import { linedUp } from "~/platform/line.server";
import { joinPoll, moveRespondents } from "./answers-store.server";
import { unitOfWork } from "./poll-store.server";
import { pollByCode } from "./reading.server";
import type { PollPlace } from "./poll";
import { GATHERED } from "./values";
import { keysOf, type Who } from "./who.server";

interface Told {
  key: string;
  region: string | undefined;
  stakeholder: string | undefined;
  place: PollPlace;
}

/** A hall that comes in tells who it is within a minute: together, in one transaction. */
const tell = linedUp<number, Told>(async (stageId, told) => {
  const [{ place } = { place: null }] = told;
  if (!place) return [];
  return unitOfWork(async (tx) => {
    const counts = await holdForPoll(tx, place.consultationSlug);
    const known = await joinPoll(
      tx,
      stageId,
      told.map(({ key }) => ({ key, region: place.region, stakeholder: UNKNOWN })),
    );
    for (const { key, region, stakeholder } of told) {
      const before = known.get(key);
      known.set(key, {
        key,
        region: region ?? before?.region ?? place.region,
        stakeholder: stakeholder ?? before?.stakeholder ?? UNKNOWN,
      });
    }
    const people = [...known.values()];
    await moveRespondents(tx, stageId, people);
    if (counts) await movePollVoices(tx, place.consultationId, people);
    return told.map(() => true as const);
  });
}, GATHERED);

const isStakeholder = (value: string): boolean => (STAKEHOLDERS as readonly string[]).includes(value);
const isRegion = (value: string): boolean => value === UNKNOWN || findRegion(value) !== undefined;

/**
 * What somebody without an account says of themselves: once said, it holds for all their answers here, and for their
 * voices in the consultation while it is open. Accounts have a profile of their own, which this leaves alone.
 * @throws DomainError not-found, invalid
 */
export async function setRespondent(
  who: Who,
  code: string,
  { region, stakeholder }: { region?: string | undefined; stakeholder?: string | undefined },
): Promise<void> {
  const known =
    (region === undefined || isRegion(region)) && (stakeholder === undefined || isStakeholder(stakeholder));
  if (!known) throw new DomainError("invalid", "polls:refusal.unknown-choice");
  if (who.actor.kind === "account") return;
  const { key } = keysOf(who);
  const { place } = await pollByCode(code);
  await tell(place.stageId, { key, region, stakeholder, place });
}
