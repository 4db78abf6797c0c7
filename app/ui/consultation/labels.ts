import type { Consultation, Item, ItemNode } from "~/modules/consultation";
import type { T } from "~/platform/i18n";

/** "Action 7"; "Objectif" when it has no number. */
export const itemLabel = (t: T, { kind, number }: Pick<Item, "kind" | "number">): string =>
  number === null
    ? t(`consultation:kind.${kind}`)
    : t("consultation:kind.numbered", { kind: t(`consultation:kind.${kind}`), number });

export const consultationHref = ({ slug }: Pick<Consultation, "slug">): string => `/concertations/${slug}`;

export const itemHref = (consultation: Pick<Consultation, "slug">, { ref }: Pick<Item, "ref">): string =>
  `${consultationHref(consultation)}/${ref}`;

/** The page of one comment. */
export const commentHref = (
  consultation: Pick<Consultation, "slug">,
  item: Pick<Item, "ref">,
  commentId: number,
): string => `${itemHref(consultation, item)}/commentaires/${commentId}`;

/** The items of a tree, from top to bottom. */
export const itemsOf = (nodes: readonly ItemNode[]): Item[] =>
  nodes.flatMap(({ item, children }) => [item, ...itemsOf(children)]);
