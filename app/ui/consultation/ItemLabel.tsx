import type { Item } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { itemLabel } from "./labels";

/** "Action 7", quietly. */
export const ItemLabel = ({ item }: { item: Pick<Item, "kind" | "number"> }) => <span className="item-label">{itemLabel(useT(), item)}</span>;
