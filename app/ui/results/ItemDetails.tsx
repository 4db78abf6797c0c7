import type { Consultation } from "~/modules/consultation";
import { isSuppressed, type Cell, type ResultItem } from "~/modules/results";
import { Content } from "~/ui/consultation/Content";
import { itemHref } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Stack } from "~/ui/kit/Layout";
import { CellDetail } from "./CellDetail";
import { itemName } from "./labels";

/** One item after the other, folded: its name and how many spoke, then all its figures. */
export function ItemDetails({
  consultation,
  title,
  rows,
  threshold,
}: {
  consultation: Pick<Consultation, "slug">;
  title: string;
  rows: readonly { item: ResultItem; cell: Cell }[];
  threshold: number;
}) {
  const t = useT();
  const { number } = useFormat();
  const people = (cell: Cell) =>
    isSuppressed(cell)
      ? t("results:who.hidden")
      : t("results:participants", { count: cell.participants, number: number(cell.participants) });
  return (
    <Stack as="section" gap={3} labelledBy="details">
      <h2 id="details">{title}</h2>
      {rows.map(({ item, cell }) => (
        <Disclosure
          key={item.ref}
          summary={
            <>
              <Content text={itemName(item)} /> ({people(cell)})
            </>
          }
        >
          <Stack gap={4}>
            <CellDetail cell={cell} threshold={threshold} />
            <p>
              <a className="page-link" href={itemHref(consultation, item)}>
                {t("results:detail.read")}
              </a>
            </p>
          </Stack>
        </Disclosure>
      ))}
    </Stack>
  );
}
