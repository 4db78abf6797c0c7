import type { PollView, Snapshot } from "~/modules/polls";
import { modeAt } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { OneQuestion } from "./OneQuestion";
import { OtherActs } from "./OtherActs";
import { PrimaryAct } from "./PrimaryAct";
import { RoomState } from "./RoomState";

export interface ConsoleProps {
  view: PollView;
  snapshot: Snapshot;
  /** The server's clock, in milliseconds: known to a page, not to a stream. */
  now?: number;
}

/** What an organiser sees and may do at one moment. The same for all organisers, so that two of them agree. */
export function ConsoleFragment({ view, snapshot, now }: ConsoleProps) {
  const t = useT();
  const { current, questions } = snapshot;
  const instant = now ?? Date.now();
  const inRoom = modeAt(snapshot, instant) === "room";
  return (
    <div className="console__live">
      <RoomState view={view} snapshot={snapshot} now={now} />
      {inRoom ? <PrimaryAct snapshot={snapshot} now={instant} /> : null}
      <OtherActs snapshot={snapshot} now={instant} />
      {inRoom && current ? (
        <OneQuestion results={current} questions={questions} />
      ) : (
        <p className="console__idle">{t(inRoom ? "polls:console.idle" : "polls:console.out-of-room")}</p>
      )}
    </div>
  );
}
