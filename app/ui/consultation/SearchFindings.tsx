import type { Consultation } from "~/modules/consultation";
import { RESULTS_PER_PAGE, type SearchHit, type SearchResults } from "~/modules/participation";
import { useFormat, useLocale, useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { Meta, Stack } from "~/ui/kit/Layout";
import { Pager } from "~/ui/kit/Pager";
import { Content } from "./Content";
import { commentHref, consultationHref, itemHref, itemLabel } from "./labels";
import { ItemLabel } from "./ItemLabel";
import { Marked } from "./Marked";
import { tellInstant } from "./time";

interface FindingsProps {
  consultation: Pick<Consultation, "slug" | "timeZone">;
  query: string;
  results: SearchResults;
  now: Date;
}

/** What a search found, how much of it, and what to do when it is nothing. */
export function SearchFindings({ consultation, query, results, now }: FindingsProps) {
  const t = useT();
  const { number } = useFormat();
  const { hits, total, more, page, pages } = results;
  const home = consultationHref(consultation);
  const address = (to: number) =>
    `${home}/recherche?${new URLSearchParams({ q: query, ...(to > 1 && { page: String(to) }) }).toString()}`;
  if (hits.length === 0 && page > 1) {
    return (
      <EmptyState
        title={t("consultation:search.past-the-end.title")}
        action={<a href={address(1)}>{t("consultation:search.past-the-end.action")}</a>}
      />
    );
  }
  if (hits.length === 0) {
    return (
      <EmptyState
        title={t("consultation:search.none.title", { query })}
        action={<a href={home}>{t("consultation:search.none.action")}</a>}
      >
        {t("consultation:search.none.text")}
      </EmptyState>
    );
  }
  return (
    <Stack gap={4} as="section" labelledBy="findings">
      <h2 id="findings">
        {more
          ? t("consultation:search.count-more", { query, count: number(total) })
          : t("consultation:search.count", { query, count: total })}
      </h2>
      <ol className="findings" start={(page - 1) * RESULTS_PER_PAGE + 1}>
        {hits.map((hit) => (
          <Finding key={hit.comment?.id ?? hit.item.ref} {...{ consultation, hit, now }} />
        ))}
      </ol>
      <Pager
        label={t("consultation:search.pages")}
        previous={page > 1 ? { href: address(page - 1), label: t("consultation:search.previous") } : null}
        next={page < pages ? { href: address(page + 1), label: t("consultation:search.next") } : null}
      >
        {t("consultation:search.page-of", { page, pages })}
      </Pager>
    </Stack>
  );
}

function Finding({
  consultation,
  hit: { item, title, excerpt, comment },
  now,
}: {
  consultation: FindingsProps["consultation"];
  hit: SearchHit;
  now: Date;
}) {
  const t = useT();
  const locale = useLocale();
  const moment =
    comment && tellInstant(comment.createdAt, { t, locale, now, timeZone: consultation.timeZone });
  return (
    <li className="findings__one">
      <h3>
        {comment ? (
          <a href={commentHref(consultation, item, comment.id)}>
            {t("consultation:search.comment-on", { label: itemLabel(t, item) })}
          </a>
        ) : (
          <a className="roadmap__link" href={itemHref(consultation, item)}>
            <ItemLabel item={item} />{" "}
            <Content className="roadmap__title">
              <Marked excerpt={title} />
            </Content>
          </a>
        )}
      </h3>
      {comment ? (
        <Meta>
          <Content>
            <Marked excerpt={title} />
          </Content>{" "}
          · {t("consultation:search.comment-meta", { moment })}
        </Meta>
      ) : null}
      {excerpt ? (
        <p>
          <Content>
            <Marked excerpt={excerpt} />
          </Content>
        </p>
      ) : null}
    </li>
  );
}
