import type { Consultation, Item } from "~/modules/consultation";
import type { Testimony } from "~/modules/live";
import { ItemLabel } from "~/ui/consultation/ItemLabel";
import { itemHref } from "~/ui/consultation/labels";
import { useFormat } from "~/ui/i18n";
import { Stack } from "~/ui/kit/Layout";
import { TestimonyEntry } from "./TestimonyEntry";

/** What speakers said of one item at a stage. */
export function Said({ consultation, item, testimonies }: { consultation: Pick<Consultation, "slug">; item: Item; testimonies: readonly Testimony[] }) {
  const { text } = useFormat();
  return (
    <Stack gap={2}>
      <h3><a className="roadmap__link" href={itemHref(consultation, item)}><ItemLabel item={item} /> <span className="roadmap__title">{text(item.title)}</span></a></h3>
      {testimonies.map((testimony) => <TestimonyEntry key={testimony.id} testimony={testimony} />)}
    </Stack>
  );
}
