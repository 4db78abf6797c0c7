import type { Consultation } from "~/modules/consultation";
import type { Stage, Testimony } from "~/modules/stages";
import { Content } from "~/ui/consultation/Content";
import { consultationHref } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { Entry } from "~/ui/kit/Entry";
import { Stack } from "~/ui/kit/Layout";

export type ShownTestimony = Testimony & { stage: Pick<Stage, "slug" | "city" | "startsAt"> };

/** What speakers said of an item at the stages of the tour. */
export function Testimonies({
  consultation,
  testimonies,
}: {
  consultation: Pick<Consultation, "slug" | "timeZone">;
  testimonies: readonly ShownTestimony[];
}) {
  const t = useT();
  const { text, date } = useFormat();
  if (testimonies.length === 0) return null;
  return (
    <Stack as="section" gap={2} labelledBy="temoignages">
      <h2 id="temoignages">{t("participation:testimonies.title")}</h2>
      {testimonies.map(({ id, speaker, role, organisation, points, stage }) => (
        <Entry
          key={id}
          author={text(speaker)}
          meta={
            <>
              <Content text={[role, organisation].filter((part) => part !== null).join(", ")} />
              {role || organisation ? " · " : ""}
              <a href={`${consultationHref(consultation)}/etapes/${stage.slug}`}>
                {t("participation:testimonies.at", {
                  city: stage.city,
                  date: date(stage.startsAt, "day", consultation.timeZone),
                })}
              </a>
            </>
          }
        >
          <ul>
            {points.map((point) => (
              <li key={point}>
                <Content text={point} />
              </li>
            ))}
          </ul>
        </Entry>
      ))}
    </Stack>
  );
}
