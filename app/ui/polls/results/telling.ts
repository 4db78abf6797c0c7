import type { QuestionView, ResultRow, Results } from "~/modules/polls";
import { POSITIONS } from "~/modules/participation";
import type { T } from "~/platform/i18n";
import type { useFormat } from "~/ui/i18n";
import type { IconName } from "~/ui/kit/Icon";
import type { Tone } from "~/ui/kit/tone";
import { SHAPES } from "~/ui/participation/labels";

type Format = ReturnType<typeof useFormat>;

/** What results need of their question; both a `QuestionView` and a `PollQuestion` are one. */
export interface Asked extends Pick<QuestionView, "kind" | "explanation"> {
  readonly scale: {
    readonly from: number;
    readonly to: number;
    readonly low?: string | null | undefined;
    readonly high?: string | null | undefined;
  } | null;
}

/** A row of bars, in words. */
export interface Tally {
  readonly ref: string;
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly figure: string;
  readonly tone?: Tone;
  readonly shape?: IconName;
  /** Said beside the label: the right answer. */
  readonly mark?: string;
}

/** The rows of a question as they are read: from five stars down, a ranking from its first place, others as they were asked. */
export function tellRows(t: T, format: Format, { kind }: Pick<Asked, "kind">, { rows, n }: Results): Tally[] {
  const told = rows.map((row): Tally & { place: number } => ({
    ref: row.ref,
    share: row.share,
    place: row.place ?? 0,
    figure: figureOf(t, format, row),
    ...labelOf(t, format, kind, row),
    ...(row.correct && { mark: t("polls:results.right"), tone: "for" }),
  }));
  if (kind === "stars") return told.reverse();
  return kind === "ranking" && n > 0 ? told.sort((a, b) => a.place - b.place) : told;
}

/** "75 % · 30"; for a ranking "1er · 32 points". */
function figureOf(t: T, format: Format, { share, n, points, place }: ResultRow): string {
  if (points === null)
    return t("polls:results.figure", { percent: format.percent(share), number: format.number(n) });
  const told = t("polls:results.points", { count: points, number: format.number(points) });
  return points === 0 || place === null
    ? told
    : t("polls:results.placed", { place: t("polls:results.place", { count: place }), points: told });
}

function labelOf(
  t: T,
  format: Format,
  kind: Asked["kind"],
  { ref, label }: ResultRow,
): Pick<Tally, "label" | "tone" | "shape"> {
  const position = kind === "position" ? POSITIONS.find((value) => value === ref) : undefined;
  if (position)
    return { label: t(`participation:position.${position}`), tone: position, shape: SHAPES[position] };
  if (kind === "stars")
    return { label: t("results:detail.stars", { count: Number(ref) }), tone: "star", shape: "star" };
  return { label: format.text(label ?? ref) };
}

/** "Moyenne : 3,8 sur 5" */
export const tellMean = (t: T, format: Format, { kind, scale }: Asked, mean: number): string =>
  kind === "stars"
    ? t("polls:results.mean-stars", { mean: format.number(mean, 1) })
    : t("polls:results.mean", { mean: format.number(mean, 1), from: scale?.from ?? 1, to: scale?.to ?? 10 });
