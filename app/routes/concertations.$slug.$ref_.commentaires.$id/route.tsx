import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { readFields } from "~/http/forms.server";
import { isReadable } from "~/modules/participation";
import { ConsultationTrail } from "~/ui/consultation/ConsultationTrail";
import { DemonstrationNotice } from "~/ui/consultation/DemonstrationNotice";
import { ItemName } from "~/ui/consultation/ItemLabel";
import { itemHref, itemLabel } from "~/ui/consultation/labels";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { DraftAccepted } from "~/ui/kit/Enhanced";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { CommentHistory } from "~/ui/participation/CommentHistory";
import { CommentReplies } from "~/ui/participation/CommentReplies";
import { CommentEntry, GesturesForm } from "~/ui/participation/CommentEntry";
import { ChangeComment, ReplyPanel } from "~/ui/participation/CommentForms";
import { authorName } from "~/ui/participation/labels";
import { act, type CommentAnswer } from "./act.server";
import { readOne } from "./read.server";

export const handle = { script: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () =>
    readOne(context, { slug: params.slug ?? "", ref: params.ref ?? "", id: params.id ?? "" }),
  );
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () =>
    act(
      context,
      { slug: params.slug ?? "", ref: params.ref ?? "", id: params.id ?? "" },
      await readFields(request),
    ),
  );
}

export default function CommentRoute() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer: CommentAnswer | undefined = useActionData<typeof action>();
  const { consultation, item, around, comment, now } = page;
  const base = `${itemHref(consultation, item)}/commentaires`;
  const href = `${base}/${comment.id}`;
  const author = isReadable(comment.standing)
    ? t("participation:comment.title", { name: authorName(t, comment) })
    : t(`participation:comments.${comment.standing}`);
  return (
    <Page narrow>
      <ConsultationTrail
        consultation={consultation}
        ancestors={around.ancestors}
        steps={[{ label: itemLabel(t, item), href: itemHref(consultation, item) }]}
        here={t("participation:comment.here")}
      />
      <Stack gap={6}>
        <PageHead title={author}>
          <p>
            {t("participation:comment.on")}{" "}
            <a href={itemHref(consultation, item)}>
              <ItemName item={item} />
            </a>
          </p>
          {comment.parentId === null ? null : (
            <p>
              <a className="page-link" href={`${base}/${comment.parentId}`}>
                {t("participation:comment.parent")}
              </a>
            </p>
          )}
        </PageHead>
        <DemonstrationNotice consultation={consultation} />
        {page.done && !answer ? (
          <Notice kind="success" role="status">
            {t("participation:comment.saved")}
          </Notice>
        ) : null}
        <div>
          <GesturesForm action={href} />
          <CommentEntry comment={comment} now={now} base={base} alone />
        </div>
        <CommentHistory versions={page.versions} now={now} />
        <ChangeComment page={page} answer={answer} href={href} />
        {comment.parentId === null ? (
          <>
            <CommentReplies {...page.replies} base={base} href={href} now={now} />
            <ReplyPanel page={page} answer={answer} href={href} />
          </>
        ) : null}
      </Stack>
      {page.accepted ? <DraftAccepted submission={page.accepted} /> : null}
    </Page>
  );
}
