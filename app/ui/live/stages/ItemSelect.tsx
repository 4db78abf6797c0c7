import { treeOf, type Item } from "~/modules/consultation";
import { itemLabel, itemsOf } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { cx } from "~/ui/kit/cx";
import { Control, describe, fieldId } from "~/ui/kit/Control";

/** A choice among the items of a roadmap, by axis. */
export function ItemSelect({ name, label, items, value, empty, hint, error, mark, required }: {
  name: string;
  label: string;
  items: readonly Item[];
  value: string;
  empty: string;
  hint?: string;
  error?: string;
  mark?: string;
  required?: boolean;
}) {
  const t = useT();
  const { text } = useFormat();
  const id = fieldId(name);
  const told = (item: Item) => `${itemLabel(t, item)} · ${text(item.title)}`;
  return (
    <Control {...{ id, label, hint, error, mark }}>
      <select id={id} name={name} defaultValue={value} required={required} className={cx("field__input", "select")} {...describe(id, { hint, error })}>
        <option value="">{empty}</option>
        {treeOf(items).map((node) => (
          <optgroup key={node.item.ref} label={told(node.item)}>
            {itemsOf([node]).map((item) => <option key={item.ref} value={item.ref}>{told(item)}</option>)}
          </optgroup>
        ))}
      </select>
    </Control>
  );
}
