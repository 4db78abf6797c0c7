import { COMMENT_SORTS, type CommentSort } from "~/modules/participation";
import type { Item } from "~/modules/consultation";
import { useFormat, useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { CommentEntry, GesturesForm } from "./CommentEntry";
import { CommentPager } from "./CommentPager";
import type { ShownThread } from "./shown";

export interface CommentListProps {
  item: Pick<Item, "kind">;
  /** Address of the item. */
  href: string;
  threads: readonly ShownThread[];
  /** Comments in all, where figures may be shown. */
  total: number | null;
  sort: CommentSort;
  page: number;
  hasNext: boolean;
  /** Comments can still be added. */
  open: boolean;
  now: Date;
}

/** The address of a page of comments. */
export function listHref(href: string, sort: CommentSort, page: number): string {
  const query = [...(sort === "recents" ? [] : [`tri=${sort}`]), ...(page > 1 ? [`page=${page}`] : [])].join(
    "&",
  );
  return query ? `${href}?${query}` : href;
}

/** What people say of an item, in one of two orders, page by page. */
export function CommentList({
  item,
  href,
  threads,
  total,
  sort,
  page,
  hasNext,
  open,
  now,
}: CommentListProps) {
  const t = useT();
  const { number } = useFormat();
  const title =
    total === null || total === 0
      ? t("participation:comments.title")
      : t("participation:comments.count", { count: total, number: number(total) });
  const hrefOf = (at: number) => `${listHref(href, sort, at)}#commentaires`;
  return (
    <section className="stack gap-3" aria-labelledby="commentaires">
      <h2 id="commentaires">{title}</h2>
      {threads.length > 1 || page > 1 || hasNext ? <SortLinks href={href} sort={sort} /> : null}
      {threads.length === 0 ? <Nothing {...{ item, href, sort, page, open }} /> : null}
      <GesturesForm action={listHref(href, sort, page)} />
      <div>
        {threads.map((thread) => (
          <Thread key={thread.id} thread={thread} base={`${href}/commentaires`} now={now} />
        ))}
      </div>
      <CommentPager page={page} hasNext={hasNext} hrefOf={hrefOf} />
    </section>
  );
}

function Thread({ thread, base, now }: { thread: ShownThread; base: string; now: Date }) {
  const t = useT();
  const { replies, moreReplies, id } = thread;
  const below =
    replies.length === 0 ? undefined : (
      <>
        {replies.map((reply) => (
          <CommentEntry key={reply.id} comment={reply} now={now} base={base} />
        ))}
        {moreReplies ? (
          <p>
            <a className="page-link" href={`${base}/${id}#reponses`}>
              {t("participation:comments.more-replies")}
            </a>
          </p>
        ) : null}
      </>
    );
  return <CommentEntry comment={thread} now={now} base={base} replies={below} />;
}

function SortLinks({ href, sort }: { href: string; sort: CommentSort }) {
  const t = useT();
  return (
    <nav className="axis-filter" aria-label={t("participation:comments.sort-label")}>
      <ul>
        {COMMENT_SORTS.map((one) => (
          <li key={one}>
            <a
              href={`${listHref(href, one, 1)}#commentaires`}
              aria-current={one === sort ? "true" : undefined}
            >
              {t(`participation:comments.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing({
  item,
  href,
  sort,
  page,
  open,
}: Pick<CommentListProps, "item" | "href" | "sort" | "page" | "open">) {
  const t = useT();
  if (page > 1) {
    return (
      <EmptyState
        title={t("participation:comments.past")}
        action={<a href={`${listHref(href, sort, 1)}#commentaires`}>{t("participation:comments.first")}</a>}
      />
    );
  }
  return (
    <EmptyState
      title={t(`participation:comments.empty.${item.kind}`)}
      action={open ? <a href="#votre-avis">{t("participation:comments.start")}</a> : undefined}
    />
  );
}
