import type { Consultation, Item } from "~/modules/consultation";
import type { Stage } from "~/modules/live";
import { useFormat, useT } from "~/ui/i18n";
import { consultationHref, itemHref, itemLabel } from "./labels";

export interface Branch {
  consultation: Pick<Consultation, "slug" | "title">;
  axes: readonly Pick<Item, "ref" | "kind" | "number" | "title">[];
  stages: readonly Pick<Stage, "slug" | "title" | "city">[];
  results: boolean;
}

/** The pages of one consultation, in the site's map. */
export function SiteBranch({ consultation, axes, stages, results }: Branch) {
  const t = useT();
  const { text } = useFormat();
  const home = consultationHref(consultation);
  return (
    <li>
      <a href={home}>{text(consultation.title)}</a>
      <ul>
        {axes.map((item) => (
          <li key={item.ref}><a href={itemHref(consultation, item)}>{itemLabel(t, item)} · {text(item.title)}</a></li>
        ))}
        <li><a href={`${home}/recherche`}>{t("legal:map.search")}</a></li>
        {results ? <li><a href={`${home}/resultats`}>{t("legal:map.results")}</a></li> : null}
        {stages.length > 0 ? (
          <li>
            <a href={`${home}/etapes`}>{t("legal:map.stages")}</a>
            <ul>{stages.map(({ slug, title, city }) => <li key={slug}><a href={`${home}/etapes/${slug}`}>{text(title)} · {city}</a></li>)}</ul>
          </li>
        ) : null}
      </ul>
    </li>
  );
}
