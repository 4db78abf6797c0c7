import type { Consultation } from "~/modules/consultation";
import { isSuppressed, type Cell, type ResultItem } from "~/modules/results";
import { itemHref } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Stack } from "~/ui/kit/Layout";
import { CellDetail } from "./CellDetail";
import { itemName } from "./labels";

/** One item after the other, folded: its name and how many spoke, then all its figures. */
export function ItemDetails({ consultation, title, rows, threshold }: {
  consultation: Pick<Consultation, "slug">;
  title: string;
  rows: readonly { item: ResultItem; cell: Cell }[];
  threshold: number;
}) {
  const t = useT();
  const format = useFormat();
  const summary = (item: ResultItem, cell: Cell) => {
    const name = format.text(itemName(item));
    if (isSuppressed(cell)) return t("results:detail.summary-hidden", { name });
    const people = t("results:participants", { count: cell.participants, number: format.number(cell.participants) });
    return t("results:detail.summary", { name, people });
  };
  return (
    <Stack as="section" gap={3} labelledBy="details">
      <h2 id="details">{title}</h2>
      {rows.map(({ item, cell }) => (
        <Disclosure key={item.ref} summary={summary(item, cell)}>
          <Stack gap={4}>
            <CellDetail cell={cell} threshold={threshold} />
            <p><a href={itemHref(consultation, item)}>{t("results:detail.read")}</a></p>
          </Stack>
        </Disclosure>
      ))}
    </Stack>
  );
}
