import { POSITIONS, STARS, type CommentView, type MyVoice, type Position } from "~/modules/participation";
import type { T } from "~/platform/i18n";
import type { ChoiceOption } from "~/ui/kit/Choice";
import type { Shape } from "~/ui/kit/tone";

/** Each position has a shape beside its colour. */
export const SHAPES: Record<Position, Shape> = { for: "up", mixed: "diamond", against: "down" };

export const positionOptions = (t: T): ChoiceOption[] =>
  POSITIONS.map((value) => ({
    value,
    label: t(`participation:position.${value}`),
    tone: value,
    shape: SHAPES[value],
  }));

export const starLabels = (t: T): string[] => STARS.map((stars) => t(`participation:stars.${stars}`));

/** "D’accord, priorité 4 sur 5", or null when neither was given. */
export function tellChoices(
  t: T,
  { position, stars }: { position?: MyVoice["position"] | undefined; stars?: number | null | undefined },
): string | null {
  const said = [
    position ? t(`participation:position.${position}`) : null,
    stars ? t("participation:stars.given", { stars }) : null,
  ].filter((part) => part !== null);
  return said.length > 0 ? said.join(", ") : null;
}

/** Who wrote: the name they chose to show, or a code that is the same on all they wrote in this consultation. */
export const authorName = (
  t: T,
  { displayName, alias }: Pick<CommentView, "displayName" | "alias">,
): string => displayName ?? t("participation:comments.nameless", { code: alias ?? "" });

/** Where a draft is kept on a device: one per thing written. */
export const draftStore = (
  kind: "avis" | "reponse" | "modification",
  slug: string,
  what: string | number,
): string => `${kind}:${slug}:${what}`;
