import { findRegion } from "~/modules/identity";
import { useT } from "~/ui/i18n";
import { useClockTime } from "../phone/clock-time";

/**
 * The time that is left for answering: counted down by the browser, else the hour at which it ends. `now`, the server's
 * clock, comes with pages only: a stream says the same thing in the same words at whichever moment.
 */
export function Remaining({
  until,
  region,
  now,
}: {
  until: number | null;
  region: string;
  now?: number | undefined;
}) {
  const t = useT();
  const clock = useClockTime(findRegion(region)?.timeZone);
  if (until === null) return null;
  return (
    <count-down class="remaining" until={until} now={now}>
      {t("polls:screen.until", { hour: clock(until) })}
    </count-down>
  );
}
