import type { Consultation, Phase } from "~/modules/consultation";
import { useFormat, useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Layout";
import { Content } from "./Content";
import { consultationHref } from "./labels";
import { PhaseChip } from "./PhaseChip";

const ACTIONS: Record<Phase, string> = { open: "participate", upcoming: "read", closed: "see-results", draft: "read" };

/** A consultation on the way in: where it stands, what it is about, and the one thing to do next. */
export function ConsultationCard({ consultation, phase, now }: { consultation: Consultation; phase: Phase; now: Date }) {
  const t = useT();
  const { text } = useFormat();
  const href = consultationHref(consultation);
  const title = text(consultation.title);
  const action = t(`consultation:home.${ACTIONS[phase]}`);
  return (
    <Card as="li">
      <div><PhaseChip consultation={consultation} now={now} /></div>
      <h3><a href={href}><Content text={consultation.title} /></a></h3>
      {consultation.tagline ? <p><Content text={consultation.tagline} /></p> : null}
      <div>
        <ButtonLink
          kind={phase === "open" ? "primary" : "quiet"}
          href={phase === "closed" ? `${href}/resultats` : href}
          aria-label={t("consultation:home.of-title", { action, title })}
        >
          {action}
        </ButtonLink>
      </div>
    </Card>
  );
}
