import type { Consultation, Phase } from "~/modules/consultation";
import { useFormat, useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card, Meta, VisuallyHidden } from "~/ui/kit/Layout";
import { Content } from "./Content";
import { consultationHref } from "./labels";
import { PhaseChip } from "./PhaseChip";

const ACTIONS = {
  open: "participate",
  upcoming: "read",
  closed: "see-results",
  draft: "read",
} as const satisfies Record<Phase, string>;

export interface Sized {
  consultation: Consultation;
  /** How much there is to read, and how many take part, where that is told. */
  actions?: number;
  participants?: number;
}

/** A consultation on the way in: where it stands, what it is about, and the one thing to do next. */
export function ConsultationCard({
  consultation,
  actions,
  participants,
  phase,
  now,
}: Sized & { phase: Phase; now: Date }) {
  const t = useT();
  const { number } = useFormat();
  const href = consultationHref(consultation);
  const size = [
    actions && t("consultation:page.count-action", { count: actions }),
    participants &&
      t("consultation:home.participants", { count: participants, number: number(participants) }),
  ].filter(Boolean);
  return (
    <Card as="li">
      <div>
        <PhaseChip consultation={consultation} now={now} />
      </div>
      <h3>
        <a href={href}>
          <Content text={consultation.title} />
        </a>
      </h3>
      {consultation.tagline ? (
        <p>
          <Content text={consultation.tagline} />
        </p>
      ) : null}
      {size.length > 0 ? <Meta>{size.join(" · ")}</Meta> : null}
      <div>
        <ButtonLink
          kind={phase === "open" ? "primary" : "quiet"}
          href={phase === "closed" ? `${href}/resultats` : href}
        >
          {t(`consultation:home.${ACTIONS[phase]}`)}
          <VisuallyHidden>
            {" "}
            : <Content text={consultation.title} />
          </VisuallyHidden>
        </ButtonLink>
      </div>
    </Card>
  );
}
