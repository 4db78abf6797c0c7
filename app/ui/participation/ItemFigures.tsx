import type { Consultation, Item } from "~/modules/consultation";
import { POSITIONS } from "~/modules/participation";
import { votesOf, type Figures } from "~/modules/results";
import { consultationHref } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { Bars } from "~/ui/kit/Bars";
import { Meta, Stack } from "~/ui/kit/Layout";
import { SHAPES } from "./labels";

/** "Ce que l’on en dit": how many spoke, what they said, each figure with its n. Null when figures may not be shown yet. */
export function ItemFigures({
  consultation,
  item,
  figures,
}: {
  consultation: Pick<Consultation, "slug">;
  item: Pick<Item, "kind">;
  figures: Figures | null;
}) {
  const t = useT();
  return (
    <Stack as="section" gap={4} labelledBy="chiffres">
      <h2 id="chiffres">{t("participation:figures.title")}</h2>
      {figures === null ? <Meta>{t("participation:figures.after-closing")}</Meta> : null}
      {figures?.participants === 0 ? <Meta>{t(`participation:figures.nobody.${item.kind}`)}</Meta> : null}
      {figures && figures.participants > 0 ? <Said figures={figures} /> : null}
      {figures ? (
        <p>
          <a className="page-link" href={`${consultationHref(consultation)}/resultats`}>
            {t("participation:figures.all")}
          </a>
        </p>
      ) : null}
    </Stack>
  );
}

function Said({ figures }: { figures: Figures }) {
  const t = useT();
  const { number, percent } = useFormat();
  const votes = votesOf(figures);
  const { mean, count } = figures.stars;
  const people = t("participation:figures.participants", {
    count: figures.participants,
    number: number(figures.participants),
  });
  const priority =
    mean === null
      ? null
      : t("participation:figures.priority", { mean: number(mean, 1), number: number(count) });
  return (
    <>
      <Meta>{[people, priority].filter(Boolean).join(" · ")}</Meta>
      {votes > 0 ? (
        <Bars
          caption={t("participation:figures.votes", { number: number(votes) })}
          rows={POSITIONS.map((position) => ({
            label: t(`participation:position.${position}`),
            share: figures.votes[position] / votes,
            text: t("participation:figures.share", {
              percent: percent(figures.votes[position] / votes),
              number: number(figures.votes[position]),
            }),
            tone: position,
            shape: SHAPES[position],
          }))}
        />
      ) : null}
    </>
  );
}
