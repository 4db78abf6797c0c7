import type { ComponentPropsWithoutRef } from "react";
import { treeOf, type Item } from "~/modules/consultation";
import { itemLabel, itemsOf } from "~/ui/consultation/labels";
import { useFormat, useLocale, useT } from "~/ui/i18n";
import { Control, partControl, type ControlProps } from "~/ui/kit/Control";

type ItemSelectProps = ControlProps &
  Omit<ComponentPropsWithoutRef<"select">, "style" | "name" | "id" | "children"> & {
    items: readonly Item[];
    empty: string;
  };

/** A choice among the items of a roadmap, by axis. */
export function ItemSelect({ items, empty, ...props }: ItemSelectProps) {
  const t = useT();
  const lang = useLocale() === "fr" ? undefined : "fr";
  const { text } = useFormat();
  const { frame, element } = partControl(props);
  const told = (item: Item) => `${itemLabel(t, item)} · ${text(item.title)}`;
  return (
    <Control {...frame}>
      <select {...element}>
        <option value="">{empty}</option>
        {treeOf(items).map((node) => (
          <optgroup key={node.item.ref} label={told(node.item)}>
            {itemsOf([node]).map((item) => (
              <option key={item.ref} value={item.ref} lang={lang}>
                {told(item)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Control>
  );
}
