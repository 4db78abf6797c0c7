import { authorise, type Actor } from "~/modules/identity";
import { takePollVoices, whileCounting } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import type { Act } from "./act";
import {
  announce,
  answersOfRound,
  holdState,
  nextRound,
  nextVersion,
  setBlank,
  setRevealed,
  setState,
  setText,
  setWord,
  unitOfWork,
  type AfterCommit,
  type HeldQuestion,
  type HeldState,
  type NewState,
  type Queryable,
} from "./control-store.server";
import { dropPolls, pollByCode } from "./reading.server";
import { phaseAt } from "./rules";
import { takenVoices } from "./voices";

/**
 * Does what an organiser asks of a poll; every screen hears of it once it is committed.
 * @throws DomainError forbidden, not-found, invalid, conflict
 */
export async function control(actor: Actor, code: string, act: Act): Promise<void> {
  authorise(actor, "poll.hold", "any");
  const { place } = await pollByCode(code);
  authorise(actor, "poll.hold", place.consultationId);
  const done = async (tx: Queryable, counts: boolean, afterCommit: AfterCommit) => {
    afterCommit(dropPolls);
    const held = await holdState(tx, place.stageId);
    await carryOut(tx, held, act, counts);
    await announce(tx, held.stageId);
  };
  // A reset takes voices back: the consultation is held before the poll, as by those who answer.
  if (act.act === "reset") await whileCounting(place.consultationSlug, done);
  else await unitOfWork((tx, afterCommit) => done(tx, false, afterCommit));
}

function carryOut(tx: Queryable, held: HeldState, act: Act, counts: boolean): Promise<unknown> {
  switch (act.act) {
    case "show":
      return show(tx, held, find(held, act.question));
    case "open":
      return open(tx, held, find(held, act.question), act.seconds);
    case "close":
      return close(tx, held, find(held, act.question));
    case "reveal":
    case "hide":
      return reveal(tx, held, find(held, act.question), act.act === "reveal");
    case "reset":
      return reset(tx, held, find(held, act.question), { counts, round: act.round });
    case "limit":
      return limit(tx, held, act.seconds);
    case "blank":
    case "unblank":
      return setBlank(tx, held.stageId, act.act === "blank");
    case "end":
      return leaveRoom(tx, held, { mode: "over" });
    case "resume":
      return setState(tx, held.stageId, {
        ...held,
        mode: "room",
        closesAt: null,
        phase: held.phase === "open" ? "closed" : held.phase,
      });
    case "online":
      if (act.until <= now()) throw new DomainError("invalid", "polls:refusal.until");
      return leaveRoom(tx, held, { mode: "online", onlineUntil: act.until });
    case "text":
      return moderate(tx, held, act.text, act.verdict);
    case "word":
      return setWord(tx, find(held, act.question).id, act.word, act.hidden).then(() =>
        nextVersion(tx, held.stageId),
      );
  }
}

/** Nothing is on the screens any more, and they are no longer blank. */
async function leaveRoom(
  tx: Queryable,
  { stageId }: HeldState,
  to: Pick<NewState, "mode" | "onlineUntil">,
): Promise<void> {
  await setBlank(tx, stageId, false);
  await setState(tx, stageId, { ...to, questionId: null, phase: "ready", closesAt: null });
}

function find({ questions }: HeldState, ref: string): HeldQuestion {
  const question = questions.find((candidate) => candidate.ref === ref);
  if (!question) throw new DomainError("not-found", "polls:refusal.unknown-question");
  return question;
}

function refuseUnlessRoom({ mode }: HeldState): void {
  if (mode !== "room") throw new DomainError("conflict", "polls:refusal.not-in-room");
}

const after = (seconds: number): Date | null =>
  seconds > 0 ? new Date(now().getTime() + seconds * 1000) : null;
const isOpenNow = (held: HeldState) => phaseAt({ ...held, onlineUntil: null }, now().getTime()) === "open";

async function show(tx: Queryable, held: HeldState, question: HeldQuestion): Promise<void> {
  refuseUnlessRoom(held);
  if (held.questionId === question.id) return;
  await setState(tx, held.stageId, { mode: "room", questionId: question.id, phase: "ready", closesAt: null });
}

async function open(
  tx: Queryable,
  held: HeldState,
  question: HeldQuestion,
  seconds: number | undefined,
): Promise<void> {
  refuseUnlessRoom(held);
  if (held.questionId === question.id && isOpenNow(held)) return;
  await setState(tx, held.stageId, {
    mode: "room",
    questionId: question.id,
    phase: "open",
    closesAt: after(seconds ?? question.seconds ?? 0),
  });
}

async function close(tx: Queryable, held: HeldState, question: HeldQuestion): Promise<void> {
  if (held.questionId !== question.id || held.phase !== "open") return;
  await setState(tx, held.stageId, {
    mode: held.mode,
    questionId: question.id,
    phase: "closed",
    closesAt: null,
  });
}

async function reveal(tx: Queryable, held: HeldState, question: HeldQuestion, on: boolean): Promise<void> {
  if (question.revealed === on) return;
  await setRevealed(tx, question.id, on);
  await nextVersion(tx, held.stageId);
}

/** Starts a question again: what was answered stays in the database as an earlier round, and counts nowhere. */
async function reset(
  tx: Queryable,
  held: HeldState,
  question: HeldQuestion,
  { counts, round }: { counts: boolean; round: number | undefined },
): Promise<void> {
  // Another organiser has reset it since this one asked for it.
  if (round !== undefined && round !== question.round) return;
  if (counts)
    await takePollVoices(tx, held.consultationId, takenVoices(question, await answersOfRound(tx, question)));
  await nextRound(tx, question.id);
  const onScreen = held.questionId === question.id;
  await (onScreen
    ? setState(tx, held.stageId, { ...held, phase: "ready", closesAt: null })
    : nextVersion(tx, held.stageId));
}

/** Sets when the open question ends, counted from now; 0 takes the limit away. */
async function limit(tx: Queryable, held: HeldState, seconds: number): Promise<void> {
  if (held.questionId === null || !isOpenNow(held))
    throw new DomainError("conflict", "polls:refusal.not-open");
  await setState(tx, held.stageId, { ...held, phase: "open", closesAt: after(seconds) });
}

async function moderate(
  tx: Queryable,
  held: HeldState,
  textId: number,
  verdict: "published" | "refused" | "answered",
): Promise<void> {
  if (!(await setText(tx, held.stageId, textId, verdict)))
    throw new DomainError("not-found", "polls:refusal.no-text");
  await nextVersion(tx, held.stageId);
}
