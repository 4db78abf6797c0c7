import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { readFields } from "~/http/forms.server";
import type { Phase } from "~/modules/consultation";
import { getItemPage } from "~/modules/consultation/index.server";
import { ConsultationTrail } from "~/ui/consultation/ConsultationTrail";
import { DemonstrationNotice } from "~/ui/consultation/DemonstrationNotice";
import { itemHref, itemLabel } from "~/ui/consultation/labels";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { useForm } from "~/ui/form";
import { DraftAccepted } from "~/ui/kit/Enhanced";
import { Page, Stack, WithPanel } from "~/ui/kit/Layout";
import { CommentList } from "~/ui/participation/CommentList";
import { ItemFigures } from "~/ui/participation/ItemFigures";
import { ItemAround, ItemChildren, ItemText } from "~/ui/participation/ItemText";
import { draftStore } from "~/ui/participation/labels";
import { OpinionPanel } from "~/ui/participation/OpinionPanel";
import { Testimonies } from "~/ui/participation/Testimonies";
import { act, type OpinionAnswer } from "./act.server";
import { readItem } from "./read.server";

/** A page that only shows text ships no script. */
export const handle = { script: ({ phase }: { phase: Phase }) => phase === "open" };
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await context.actor();
    const place = await getItemPage(actor, params.slug ?? "", params.ref ?? "");
    // The address that search results and e-mails give: the comment's own page, wherever it stands here.
    const comment = context.url.searchParams.get("commentaire");
    if (comment && /^[1-9]\d{0,9}$/.test(comment))
      throw redirect(`${itemHref(place.consultation, place.item)}/commentaires/${comment}`, 302);
    return readItem(context, actor, place);
  });
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () =>
    act(context, { slug: params.slug ?? "", ref: params.ref ?? "" }, await readFields(request)),
  );
}

export default function ItemRoute() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer: OpinionAnswer | undefined = useActionData<typeof action>();
  const form = useForm(answer);
  const { consultation, item, around } = page;
  const href = itemHref(consultation, item);
  const store = draftStore("avis", consultation.slug, item.ref);
  return (
    <Page>
      <ConsultationTrail consultation={consultation} ancestors={around.ancestors} here={itemLabel(t, item)} />
      <Stack gap={5}>
        <DemonstrationNotice consultation={consultation} />
        <WithPanel
          text={<ItemText consultation={consultation} item={item} html={page.html} now={page.now} />}
          panel={
            <OpinionPanel
              {...page}
              action={href}
              store={store}
              kind={item.kind}
              form={form}
              done={answer?.done ?? page.done}
            />
          }
        >
          <Stack gap={6}>
            <ItemChildren consultation={consultation} item={item} childItems={around.children} />
            <ItemFigures consultation={consultation} item={item} figures={page.figures} />
            <Testimonies consultation={consultation} testimonies={page.testimonies} />
            <CommentList
              {...page.comments}
              item={item}
              href={href}
              total={page.figures?.comments ?? null}
              open={page.parts.comment}
              now={page.now}
            />
            <ItemAround consultation={consultation} previous={around.previous} next={around.next} />
          </Stack>
        </WithPanel>
      </Stack>
      {page.accepted ? <DraftAccepted submission={page.accepted} /> : null}
    </Page>
  );
}
