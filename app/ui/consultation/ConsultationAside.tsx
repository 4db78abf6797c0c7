import type { Consultation, ItemNode } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { Cluster } from "~/ui/kit/Layout";
import { Progress } from "~/ui/kit/Progress";
import { ClosingTime } from "./ClosingTime";
import { DemonstrationNotice } from "./DemonstrationNotice";
import { consultationHref, itemsOf } from "./labels";

interface AsideProps {
  consultation: Consultation;
  tree: readonly ItemNode[];
  now: Date;
  region: string | null;
  signedIn: boolean;
  voiced: ReadonlySet<number>;
  stages: number;
  results: boolean;
}

/** Beside the opening of a consultation: how far the reader is, when it closes by their clock, where else to go. */
export function ConsultationAside({
  consultation,
  tree,
  now,
  region,
  signedIn,
  voiced,
  stages,
  results,
}: AsideProps) {
  const t = useT();
  const home = consultationHref(consultation);
  const actions = itemsOf(tree).filter(({ kind }) => kind === "action");
  const done = actions.filter(({ id }) => voiced.has(id)).length;
  return (
    <>
      {signedIn && actions.length > 0 ? (
        <Progress
          label={
            done === actions.length
              ? t("consultation:page.progress-all", { total: done })
              : t("consultation:page.progress", { count: done, total: actions.length })
          }
          value={done}
          max={actions.length}
        />
      ) : null}
      {/* The chip tells the instant in the consultation's time. */}
      <ClosingTime consultation={consultation} now={now} region={region} only="elsewhere" />
      {results || stages > 0 ? (
        <Cluster gap={5}>
          {results ? (
            <a className="page-link" href={`${home}/resultats`}>
              {t("consultation:page.results-link")}
            </a>
          ) : null}
          {stages > 0 ? (
            <a className="page-link" href={`${home}/etapes`}>
              {t("consultation:page.stages-link")}
            </a>
          ) : null}
        </Cluster>
      ) : null}
      <DemonstrationNotice consultation={consultation} />
    </>
  );
}
