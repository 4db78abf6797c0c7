import { phaseOf, type Consultation } from "~/modules/consultation";
import { useLocale, useT } from "~/ui/i18n";
import { Chip } from "~/ui/kit/Chip";
import { milestoneOf, tellDelay, tellZoned } from "./time";

export type Dated = Pick<Consultation, "status" | "opensAt" | "closesAt" | "timeZone">;

/** Where a consultation stands: "Ouverte · clôture dans 12 jours, le 14 mars à minuit (heure de Paris)". */
export function PhaseChip({ consultation, now }: { consultation: Dated; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const phase = phaseOf(consultation, now);
  if (phase === "draft") return <Chip tone="quiet">{t("consultation:phase.draft")}</Chip>;
  const telling = { t, locale, now, timeZone: consultation.timeZone };
  const [instant, as] = milestoneOf(consultation, phase);
  const moment = tellZoned(instant, telling, as);
  if (phase === "closed") return <Chip tone="quiet">{t("consultation:phase.closed", { moment })}</Chip>;
  const delay = tellDelay(instant, telling, as);
  return (
    <Chip tone={phase === "open" ? "accent" : "quiet"} icon="clock">
      {t(`consultation:phase.${phase}`, { delay, moment })}
    </Chip>
  );
}
