import type { Consultation, Item, ItemPage } from "~/modules/consultation";

/** What pages show of an item that they only name. */
export type Named = Pick<Item, "ref" | "kind" | "number" | "title">;
export type ShownConsultation = Pick<
  Consultation,
  "slug" | "title" | "status" | "opensAt" | "closesAt" | "timeZone" | "demonstration"
>;
export type ShownItem = Omit<Item, "body">;

const named = ({ ref, kind, number, title }: Item): Named => ({ ref, kind, number, title });

/** An item's place, without the texts that its page does not show: a loader hands over no more than is read. */
export function showPlace({ consultation, item, ancestors, children, previous, next }: ItemPage) {
  const { slug, title, status, opensAt, closesAt, timeZone, demonstration } = consultation;
  const { body: _body, ...shown } = item;
  return {
    consultation: {
      slug,
      title,
      status,
      opensAt,
      closesAt,
      timeZone,
      demonstration,
    } satisfies ShownConsultation,
    item: shown satisfies ShownItem,
    around: {
      ancestors: ancestors.map(named),
      children: children.map(named),
      previous: previous && named(previous),
      next: next && named(next),
    },
  };
}
