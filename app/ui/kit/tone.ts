import type { IconName } from "./Icon";

/** Colours that carry a meaning. Each stands in `theme/tokens.css` under the same name. */
export type Tone = "for" | "mixed" | "against" | "star" | "accent";

/** Shapes that say the same as the colour, for who does not see it. */
export type Shape = Extract<IconName, "up" | "diamond" | "down" | "star">;
