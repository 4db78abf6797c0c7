import { useT } from "~/ui/i18n";
import { Meta } from "~/ui/kit/Layout";
import { CommentEntry } from "./CommentEntry";
import { CommentPager } from "./CommentPager";
import type { ShownComment } from "./shown";

/** All the replies to a comment, page by page. */
export function CommentReplies({
  replies,
  page,
  hasNext,
  base,
  href,
  now,
}: {
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
  return (
    <section className="stack gap-3" aria-labelledby="reponses">
      <h2 id="reponses">{t("participation:comment.replies")}</h2>
      {replies.length === 0 ? <Meta>{t("participation:comment.no-replies")}</Meta> : null}
      <div>
        {replies.map((reply) => (
          <CommentEntry key={reply.id} comment={reply} now={now} base={base} />
        ))}
      </div>
      <CommentPager
        page={page}
        hasNext={hasNext}
        hrefOf={(at) => `${at > 1 ? `${href}?page=${at}` : href}#reponses`}
      />
    </section>
  );
}
