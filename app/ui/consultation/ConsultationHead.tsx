import type { Consultation, ItemNode } from "~/modules/consultation";
import { findRegion } from "~/modules/identity";
import { useLocale, useT } from "~/ui/i18n";
import { Cluster, PageHead } from "~/ui/kit/Layout";
import { Progress } from "~/ui/kit/Progress";
import { ClosingTime } from "./ClosingTime";
import { Content } from "./Content";
import { consultationHref, itemsOf } from "./labels";
import { PhaseChip } from "./PhaseChip";

interface HeadProps {
  consultation: Consultation;
  tree: readonly ItemNode[];
  now: Date;
  region: string | null;
  signedIn: boolean;
  voiced: ReadonlySet<number>;
  stages: number;
  results: boolean;
}

/** The opening of a consultation's page: where it stands, who publishes it, how far the reader is, where else to go. */
export function ConsultationHead({ consultation, tree, now, region, signedIn, voiced, stages, results }: HeadProps) {
  const t = useT();
  const home = consultationHref(consultation);
  // The chip tells the instant in the consultation's time: said again only where the reader's clock may differ.
  const elsewhere = (findRegion(region ?? "")?.timeZone ?? consultation.timeZone) !== consultation.timeZone;
  const actions = itemsOf(tree).filter(({ kind }) => kind === "action");
  const done = actions.filter(({ id }) => voiced.has(id)).length;
  return (
    <PageHead before={<PhaseChip consultation={consultation} now={now} />} title={<Content text={consultation.title} />} meta={<Publisher {...consultation} />}>
      {consultation.tagline ? <p className="lead"><Content text={consultation.tagline} /></p> : null}
      {elsewhere ? <ClosingTime consultation={consultation} now={now} region={region} /> : null}
      {signedIn && actions.length > 0 ? (
        <Progress
          label={done === actions.length ? t("consultation:page.progress-all", { total: done }) : t("consultation:page.progress", { count: done, total: actions.length })}
          value={done}
          max={actions.length}
        />
      ) : null}
      {results || stages > 0 ? (
        <Cluster gap={5}>
          {results ? <a className="page-link" href={`${home}/resultats`}>{t("consultation:page.results-link")}</a> : null}
          {stages > 0 ? <a className="page-link" href={`${home}/etapes`}>{t("consultation:page.stages-link")}</a> : null}
        </Cluster>
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
