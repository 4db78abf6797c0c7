import type { ReactNode } from "react";
import type { Consultation, Item } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { Trail, type TrailStep } from "~/ui/kit/Trail";
import { Content } from "./Content";
import { consultationHref, itemHref, itemLabel } from "./labels";

/**
 * The way to a page of a consultation: its title, the items above, further pages (`steps`), then `here`, the page itself.
 * Without `here`, the page is the consultation's own.
 */
export function ConsultationTrail({
  consultation,
  ancestors = [],
  steps = [],
  here,
}: {
  consultation: Pick<Consultation, "slug" | "title">;
  ancestors?: readonly Pick<Item, "ref" | "kind" | "number">[];
  steps?: readonly TrailStep[];
  here?: ReactNode;
}) {
  const t = useT();
  const title = <Content text={consultation.title} />;
  const way: TrailStep[] = here
    ? [
        { label: title, href: consultationHref(consultation) },
        ...ancestors.map((item) => ({ label: itemLabel(t, item), href: itemHref(consultation, item) })),
        ...steps,
        { label: here },
      ]
    : [{ label: t("consultation:home.name"), href: "/" }, { label: title }];
  return <Trail label={t("consultation:trail")} steps={way} />;
}
