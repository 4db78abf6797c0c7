import type { Consultation } from "~/modules/consultation";
import { useLocale, useT } from "~/ui/i18n";
import { PageHead } from "~/ui/kit/Layout";
import { Content } from "./Content";
import { PhaseChip } from "./PhaseChip";

/** The opening of a consultation's page: where it stands, what it is, who publishes it. */
export function ConsultationHead({ consultation, now }: { consultation: Consultation; now: Date }) {
  return (
    <PageHead
      before={<PhaseChip consultation={consultation} now={now} />}
      title={<Content text={consultation.title} />}
      meta={<Publisher {...consultation} />}
    >
      {consultation.tagline ? (
        <p className="lead">
          <Content text={consultation.tagline} />
        </p>
      ) : null}
    </PageHead>
  );
}

function Publisher({ publisherName, partners }: Pick<Consultation, "publisherName" | "partners">) {
  const t = useT();
  const locale = useLocale();
  if (!publisherName) return null;
  if (partners.length === 0) return <>{t("consultation:page.publisher", { name: publisherName })}</>;
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(partners);
  return <>{t("consultation:page.publisher-with", { name: publisherName, partners: list })}</>;
}
