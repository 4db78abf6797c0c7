import { findRegion } from "~/modules/identity";
import { tellInstant } from "~/ui/consultation/time";
import { useLocale, useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";

/** The way into a poll that takes answers now. */
export function OpenPoll({
  poll,
  region,
  now,
}: {
  poll: { code: string; mode: "room" | "online"; onlineUntil: Date | null };
  region: string;
  now: Date;
}) {
  const t = useT();
  const locale = useLocale();
  const timeZone = findRegion(region)?.timeZone ?? "Europe/Paris";
  const until = poll.onlineUntil && tellInstant(poll.onlineUntil, { t, locale, now, timeZone }, "end");
  return (
    <Notice title={t(`polls:now.${poll.mode}`)}>
      <Stack gap={3}>
        {until ? <p>{t("polls:now.until", { moment: until })}</p> : null}
        <div>
          <ButtonLink href={`/direct/${poll.code}`}>{t("polls:now.join")}</ButtonLink>
        </div>
      </Stack>
    </Notice>
  );
}
