import type { Consultation, Item } from "~/modules/consultation";
import { findRegion } from "~/modules/identity";
import { writeFilter, type Filter } from "~/modules/results";
import { textOf, type T } from "~/platform/i18n";
import { consultationHref } from "~/ui/consultation/labels";
import type { Sort } from "~/ui/kit/ColumnName";

export const regionName = (t: T, code: string): string =>
  findRegion(code)?.name ?? t("results:region.unknown");

export const stakeholderName = (t: T, code: string): string =>
  textOf(t, `identity:stakeholders.${code}`, code);

/** "7 Simplifier l’accès": the number and the title. */
export const itemName = ({ number, title }: Pick<Item, "number" | "title">): string =>
  number === null ? title : `${number} ${title}`;

export const resultsHref = (consultation: Pick<Consultation, "slug">, filter: Filter = {}): string =>
  `${consultationHref(consultation)}/resultats${writeFilter(filter)}`;

export const regionHref = (
  consultation: Pick<Consultation, "slug">,
  code: string,
  filter: Filter = {},
): string => `${consultationHref(consultation)}/resultats/regions/${code}${writeFilter(filter)}`;

/** The address that sorts by a column; by the column that sorts already, the other way. Figures start with the highest. */
export function sortBy(filter: Filter, column: string, href: (filter: Filter) => string): Sort {
  const { sort = "order", descending = false } = filter;
  const current = sort === column;
  const turned = current ? !descending : column !== "order";
  return {
    href: href({ ...filter, sort: column, descending: turned || undefined }),
    ...(current && { direction: descending ? "descending" : "ascending" }),
  };
}

/** What the figures of a page are about, beyond their measure: a profile, a channel. */
export function captionOf(t: T, caption: string, { stakeholder, channel }: Filter): string {
  const ofWhom = stakeholder
    ? t("results:table.of-stakeholder", { caption, stakeholder: stakeholderName(t, stakeholder) })
    : caption;
  return channel
    ? t("results:table.of-channel", { caption: ofWhom, channel: t(`results:channels.${channel}`) })
    : ofWhom;
}
