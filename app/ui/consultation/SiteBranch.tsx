import type { Consultation, Item } from "~/modules/consultation";
import type { Stage } from "~/modules/stages";
import { useT } from "~/ui/i18n";
import { Content } from "./Content";
import { ItemName } from "./ItemLabel";
import { consultationHref, itemHref } from "./labels";

export interface Branch {
  consultation: Pick<Consultation, "slug" | "title">;
  axes: readonly Pick<Item, "ref" | "kind" | "number" | "title">[];
  stages: readonly Pick<Stage, "slug" | "title" | "city">[];
  results: boolean;
}

/** The pages of one consultation, in the site's map. */
export function SiteBranch({ consultation, axes, stages, results }: Branch) {
  const t = useT();
  const home = consultationHref(consultation);
  return (
    <li>
      <a href={home}>
        <Content text={consultation.title} />
      </a>
      <ul>
        {axes.map((item) => (
          <li key={item.ref}>
            <a href={itemHref(consultation, item)}>
              <ItemName item={item} />
            </a>
          </li>
        ))}
        <li>
          <a href={`${home}/recherche`}>{t("legal:map.search")}</a>
        </li>
        {results ? (
          <li>
            <a href={`${home}/resultats`}>{t("legal:map.results")}</a>
          </li>
        ) : null}
        {stages.length > 0 ? (
          <li>
            <a href={`${home}/etapes`}>{t("legal:map.stages")}</a>
            <ul>
              {stages.map(({ slug, title, city }) => (
                <li key={slug}>
                  <a href={`${home}/etapes/${slug}`}>
                    <Content text={title} /> · {city}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ) : null}
      </ul>
    </li>
  );
}
