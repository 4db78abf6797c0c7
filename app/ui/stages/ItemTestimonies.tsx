import type { Consultation, Item } from "~/modules/consultation";
import type { Testimony } from "~/modules/stages";
import { Content } from "~/ui/consultation/Content";
import { ItemLabel } from "~/ui/consultation/ItemLabel";
import { itemHref } from "~/ui/consultation/labels";
import { Stack } from "~/ui/kit/Layout";
import { TestimonyEntry } from "./TestimonyEntry";

/** What speakers said of one item at a stage. */
export function ItemTestimonies({
  consultation,
  item,
  testimonies,
}: {
  consultation: Pick<Consultation, "slug">;
  item: Item;
  testimonies: readonly Testimony[];
}) {
  return (
    <Stack gap={2}>
      <h3>
        <a className="roadmap__link" href={itemHref(consultation, item)}>
          <ItemLabel item={item} /> <Content className="roadmap__title" text={item.title} />
        </a>
      </h3>
      {testimonies.map((testimony) => (
        <TestimonyEntry key={testimony.id} testimony={testimony} />
      ))}
    </Stack>
  );
}
