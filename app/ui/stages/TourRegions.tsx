import { regionsOf, type TourRegion, type TourStage } from "~/modules/polls";
import { Content } from "~/ui/consultation/Content";
import { useFormat, useT } from "~/ui/i18n";

/** The eighteen regions, each with its stages and what was gathered there. */
export function TourRegions({ stages, home }: { stages: readonly TourStage[]; home: string }) {
  return (
    <ul className="tour-regions">
      {regionsOf(stages).map((one) => (
        <RegionEntry key={one.region.code} {...one} home={home} />
      ))}
    </ul>
  );
}

function RegionEntry({
  region,
  stages,
  testimonies,
  respondents,
  answers,
  home,
}: TourRegion & { home: string }) {
  const t = useT();
  const { number } = useFormat();
  const told = (["testimonies", "respondents", "answers"] as const)
    .map((key) => [key, { testimonies, respondents, answers }[key]] as const)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => t(`stages:tour.${key}`, { count, number: number(count) }));
  return (
    <li className={stages.length === 0 ? "tour-region tour-region--none" : "tour-region"}>
      <h3>{region.name}</h3>
      {stages.length === 0 ? (
        <p className="meta">{t("stages:tour.no-stage")}</p>
      ) : (
        <>
          <ul>
            {stages.map((stage) => (
              <li key={stage.slug}>
                <a href={`${home}/${stage.slug}`}>
                  <Content text={stage.title} />
                </a>
              </li>
            ))}
          </ul>
          <p className="meta">{told.length > 0 ? told.join(" · ") : t("stages:tour.nothing")}</p>
        </>
      )}
    </li>
  );
}
