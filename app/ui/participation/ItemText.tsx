import type { Consultation, Item } from "~/modules/consultation";
import { Content } from "~/ui/consultation/Content";
import { itemHref, itemLabel } from "~/ui/consultation/labels";
import { ItemLabel, ItemName } from "~/ui/consultation/ItemLabel";
import { PhaseChip } from "~/ui/consultation/PhaseChip";
import { tellInstant } from "~/ui/consultation/time";
import { useFormat, useLocale, useT } from "~/ui/i18n";
import { PageHead, Stack } from "~/ui/kit/Layout";
import { Pager } from "~/ui/kit/Pager";
import { Prose } from "~/ui/kit/Prose";
import type { Named, ShownConsultation, ShownItem } from "./place";

/** An item: where it stands, its title, who answers for it, its text. */
export function ItemText({
  consultation,
  item,
  html,
  now,
}: {
  consultation: ShownConsultation;
  item: ShownItem;
  html: string;
  now: Date;
}) {
  return (
    <Stack as="article" gap={5}>
      <PageHead
        before={<PhaseChip consultation={consultation} now={now} />}
        title={<Content text={item.title} />}
        meta={<Facts {...{ consultation, item, now }} />}
      />
      {html ? <Prose html={html} lang="fr" /> : null}
    </Stack>
  );
}

function Facts({ consultation, item, now }: { consultation: ShownConsultation; item: ShownItem; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const { text } = useFormat();
  const day = tellInstant(item.updatedAt, { t, locale, now, timeZone: consultation.timeZone });
  return (
    <>
      {itemLabel(t, item)}
      {item.version > 1 ? (
        <>
          {" · "}
          {t("participation:item.version", { version: item.version, moment: day })}
          {" · "}
          <a href={`${itemHref(consultation, item)}/versions`}>{t("participation:item.changes")}</a>
        </>
      ) : null}
      {item.owner ? ` · ${t("participation:item.owner", { name: text(item.owner) })}` : null}
      {item.dueYear === null ? null : ` · ${t("participation:item.due", { year: item.dueYear })}`}
    </>
  );
}

/** What stands under an item in the tree. */
export function ItemChildren({
  consultation,
  item,
  childItems,
}: {
  consultation: Pick<Consultation, "slug">;
  item: Pick<Item, "kind">;
  childItems: readonly Named[];
}) {
  const t = useT();
  if (childItems.length === 0) return null;
  return (
    <Stack as="section" gap={3} labelledBy="dessous">
      <h2 id="dessous">{t(`participation:item.children.${item.kind}`)}</h2>
      <ul className="roadmap__items">
        {childItems.map((child) => (
          <li key={child.ref}>
            <a className="roadmap__link" href={itemHref(consultation, child)}>
              <ItemLabel item={child} /> <Content className="roadmap__title" text={child.title} />
            </a>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** The items before and after, of the same kind. */
export function ItemAround({
  consultation,
  previous,
  next,
}: { consultation: Pick<Consultation, "slug"> } & Record<"previous" | "next", Named | null>) {
  const t = useT();
  const link = (item: Named | null, label: string) =>
    item && { href: itemHref(consultation, item), label, title: <ItemName item={item} /> };
  return (
    <Pager
      label={t("participation:item.around")}
      previous={link(previous, t("participation:item.previous"))}
      next={link(next, t("participation:item.next"))}
    />
  );
}
