import { findRegion, STAKEHOLDERS } from "~/modules/identity";
import { holdForPoll, movePollVoices } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { announce, holdPoll, joinPoll, moveRespondent, questionOfText, setTextSupport, transaction } from "./poll-store.server";
import { pollByCode } from "./reading.server";
import { channelAt } from "./rules";
import { keysOf, type Who } from "./who.server";

/**
 * What somebody without an account says of themselves: once said, it holds for all their answers here, and for their
 * voices in the consultation while it is open. Accounts have a profile of their own, which this leaves alone.
 * @throws DomainError not-found, invalid
 */
export async function setRespondent(who: Who, code: string, { region, stakeholder }: { region?: string | undefined; stakeholder?: string | undefined }): Promise<void> {
  if (region !== undefined && region !== "unknown" && !findRegion(region)) throw new DomainError("invalid", "live:refusal.unknown-choice");
  if (stakeholder !== undefined && !(STAKEHOLDERS as readonly string[]).includes(stakeholder)) throw new DomainError("invalid", "live:refusal.unknown-choice");
  if (who.actor.kind === "account") return;
  const { key } = keysOf(who);
  const { place } = await pollByCode(code);
  await transaction(async (tx) => {
    const counts = await holdForPoll(tx, place.consultationSlug);
    const people = await joinPoll(tx, place.eventId, [{ key, region: place.region, stakeholder: "unknown" }]);
    const before = people.get(key);
    const profile = { key, region: region ?? before?.region ?? place.region, stakeholder: stakeholder ?? before?.stakeholder ?? "unknown" };
    await moveRespondent(tx, place.eventId, profile);
    if (counts) await movePollVoices(tx, place.consultationId, key, profile.region, profile.stakeholder);
  });
}

/**
 * Supports a text that others can read, or takes the support back, while its question takes answers.
 * @throws DomainError not-found, closed, invalid
 */
export async function supportText(who: Who, code: string, { text, on }: { text: number; on: boolean }): Promise<void> {
  const { key } = keysOf(who);
  const { place } = await pollByCode(code);
  const { eventId } = place;
  await transaction(async (tx) => {
    const ref = await questionOfText(tx, eventId, text);
    if (ref === null) throw new DomainError("not-found", "live:refusal.no-text");
    const poll = await holdPoll(tx, eventId, [ref]);
    const [question] = poll.questions;
    if (!question || channelAt(poll, question.id === poll.questionId, now().getTime()) === null) throw new DomainError("closed", "live:refusal.closed");
    const { actor } = who;
    const own = actor.kind === "account" ? { region: actor.region, stakeholder: actor.stakeholder } : { region: place.region, stakeholder: "unknown" };
    await joinPoll(tx, eventId, [{ key, ...own }]);
    await setTextSupport(tx, eventId, key, text, on);
    await announce(tx, eventId, "answers");
  });
}
