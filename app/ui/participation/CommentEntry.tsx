import type { ReactNode } from "react";
import { findRegion } from "~/modules/identity";
import { isReadable } from "~/modules/participation";
import { textOf } from "~/platform/i18n";
import { useFormat, useT } from "~/ui/i18n";
import { EnhancedForm } from "~/ui/kit/Enhanced";
import { Entry } from "~/ui/kit/Entry";
import { Prose } from "~/ui/kit/Prose";
import { authorName } from "./labels";
import type { ShownComment } from "./shown";
import { sendingTexts } from "./texts";

const GESTURES = "gestes";

/** The one form that the buttons of all comments on a page belong to. */
export function GesturesForm({ action }: { action: string }) {
  const t = useT();
  return (
    <EnhancedForm texts={sendingTexts(t)}>
      <form id={GESTURES} method="post" action={action} />
    </EnhancedForm>
  );
}

const MINUTE = 60_000;

export const commentId = (id: number): string => `commentaire-${id}`;

export interface CommentEntryProps {
  comment: ShownComment;
  now: Date;
  /** Address of the item's comments: each has its own page below. */
  base: string;
  replies?: ReactNode;
  /** On its own page, where its reply form and its history stand already. */
  alone?: boolean;
}

/** A comment: who speaks, what they say, what one can do. */
export function CommentEntry({ comment, now, base, replies, alone }: CommentEntryProps) {
  const t = useT();
  const { id, standing } = comment;
  if (!isReadable(standing))
    return (
      <Entry id={commentId(id)} author={t(`participation:comments.${standing}`)} replies={replies}>
        {null}
      </Entry>
    );
  return (
    <Entry
      id={commentId(id)}
      author={authorName(t, comment)}
      meta={<About comment={comment} now={now} />}
      actions={<Actions comment={comment} page={`${base}/${id}`} alone={alone} />}
      replies={replies}
    >
      <Prose html={comment.html} small />
    </Entry>
  );
}

function About({ comment, now }: Pick<CommentEntryProps, "comment" | "now">) {
  const t = useT();
  const format = useFormat();
  const relative = (instant: Date, to: Date) =>
    to.getTime() - instant.getTime() < MINUTE
      ? t("participation:comments.just-now")
      : format.relative(instant, to);
  const region = findRegion(comment.region)?.name;
  return (
    <>
      {textOf(t, `identity:stakeholdersShort.${comment.stakeholder}`, comment.stakeholder)}
      {region ? `, ${region}` : null}
      {" · "}
      <time dateTime={comment.createdAt.toISOString()}>{relative(comment.createdAt, now)}</time>
      {comment.editedAt
        ? ` · ${t("participation:comments.edited", { moment: relative(comment.editedAt, now) })}`
        : null}
      {comment.channel === "online" ? null : ` · ${t(`participation:comments.channel.${comment.channel}`)}`}
    </>
  );
}

function Actions({
  comment,
  page,
  alone,
}: {
  comment: ShownComment;
  page: string;
  alone: boolean | undefined;
}) {
  const t = useT();
  const { number } = useFormat();
  const { id, supports, supported, supportable, repliable, changeable, history } = comment;
  const name = authorName(t, comment);
  const label = (act: string) => t("participation:comments.of-author", { act, name });
  const support = t(`participation:comments.${supported ? "unsupport" : "support"}`, {
    number: number(supports),
  });
  return (
    <>
      {supportable ? (
        // The id is where the focus returns once the page has taken the press.
        <button
          className="button button--plain"
          id={`soutien-${id}`}
          form={GESTURES}
          name={supported ? "unsupport" : "support"}
          value={id}
          aria-label={label(support)}
        >
          {support}
        </button>
      ) : supports > 0 ? (
        <span className="meta">
          {t("participation:comments.supports", { count: supports, number: number(supports) })}
        </span>
      ) : null}
      {repliable && !alone ? (
        <a href={`${page}#repondre`} aria-label={label(t("participation:comments.reply"))}>
          {t("participation:comments.reply")}
        </a>
      ) : null}
      {changeable && !alone ? <a href={page}>{t("participation:comments.change")}</a> : null}
      {history && !changeable && !alone ? (
        <a href={`${page}#versions`}>{t("participation:comments.history")}</a>
      ) : null}
    </>
  );
}
