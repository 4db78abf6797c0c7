import { useFormat, useT } from "~/ui/i18n";
import { Meta } from "~/ui/kit/Layout";
import { Pager } from "~/ui/kit/Pager";
import { CommentEntry } from "./CommentEntry";
import type { ShownComment } from "./shown";

/** All the replies to a comment, page by page. */
export function CommentReplies({ replies, page, hasNext, base, href, now }: {
  replies: readonly ShownComment[];
  page: number;
  hasNext: boolean;
  /** Address of the item's comments. */
  base: string;
  /** Address of this page. */
  href: string;
  now: Date;
}) {
  const t = useT();
  const { number } = useFormat();
  const to = (at: number, label: string) => ({ href: `${at > 1 ? `${href}?page=${at}` : href}#reponses`, label });
  return (
    <section className="stack gap-3" aria-labelledby="reponses">
      <h2 id="reponses">{t("participation:comment.replies")}</h2>
      {replies.length === 0 ? <Meta>{t("participation:comment.no-replies")}</Meta> : null}
      <div>{replies.map((reply) => <CommentEntry key={reply.id} comment={reply} now={now} base={base} />)}</div>
      <Pager
        label={t("participation:comments.pages")}
        previous={page > 1 ? to(page - 1, t("participation:comments.previous")) : null}
        next={hasNext ? to(page + 1, t("participation:comments.next")) : null}
      >
        {t("participation:comments.page", { page: number(page) })}
      </Pager>
    </section>
  );
}
