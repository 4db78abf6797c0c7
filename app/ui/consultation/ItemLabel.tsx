import type { Item } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { Content } from "./Content";
import { itemLabel } from "./labels";

/** "Action 7", quietly. */
export const ItemLabel = ({ item }: { item: Pick<Item, "kind" | "number"> }) => (
  <span className="item-label">{itemLabel(useT(), item)}</span>
);

/** "Action 7 · Simplifier l’accès", where an item is only named. */
export const ItemName = ({ item }: { item: Pick<Item, "kind" | "number" | "title"> }) => (
  <>
    {itemLabel(useT(), item)} · <Content text={item.title} />
  </>
);
