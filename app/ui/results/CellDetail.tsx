import { POSITIONS, STARS } from "~/modules/participation";
import { isSuppressed, votesOf, type Cell, type Figures } from "~/modules/results";
import { useFormat, useT } from "~/ui/i18n";
import { Bars } from "~/ui/kit/Bars";
import { Meta, Stack } from "~/ui/kit/Layout";
import { StarDistribution } from "~/ui/kit/StarDistribution";
import { SHAPES } from "~/ui/participation/labels";

/** All the figures of one cell: votes, spread of the ratings, comments, each with its n. */
export function CellDetail({ cell, threshold }: { cell: Cell; threshold: number }) {
  const t = useT();
  const { number } = useFormat();
  if (isSuppressed(cell)) return <p>{t("results:detail.hidden", { threshold })}</p>;
  return (
    <Stack gap={4}>
      <Votes figures={cell} />
      <Ratings figures={cell} />
      <Meta>{t("results:detail.comments", { count: cell.comments, number: number(cell.comments) })}</Meta>
    </Stack>
  );
}

function Votes({ figures }: { figures: Figures }) {
  const t = useT();
  const { number, percent } = useFormat();
  const votes = votesOf(figures);
  if (votes === 0) return <Meta>{t("results:detail.no-votes")}</Meta>;
  return (
    <Bars
      caption={t("results:detail.votes", { count: votes, number: number(votes) })}
      showCaption
      rows={POSITIONS.map((position) => {
        const share = figures.votes[position] / votes;
        return {
          label: t(`participation:position.${position}`),
          share,
          text: t("results:detail.share", {
            percent: percent(share),
            number: number(figures.votes[position]),
          }),
          tone: position,
          shape: SHAPES[position],
        };
      })}
    />
  );
}

function Ratings({ figures: { stars } }: { figures: Figures }) {
  const t = useT();
  const { number, percent } = useFormat();
  if (stars.mean === null) return <Meta>{t("results:detail.no-ratings")}</Meta>;
  const ratings = t("results:table.ratings", { count: stars.count, number: number(stars.count) });
  return (
    <StarDistribution
      caption={t("results:detail.ratings", { count: stars.count, number: number(stars.count) })}
      mean={t("results:detail.mean", { mean: number(stars.mean, 1), ratings })}
      rows={STARS.toReversed().map((given) => {
        const count = stars.distribution[given - 1] ?? 0;
        return {
          label: t("results:detail.stars", { count: given }),
          share: count / stars.count,
          text: t("results:detail.share", { percent: percent(count / stars.count), number: number(count) }),
        };
      })}
    />
  );
}
