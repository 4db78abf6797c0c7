import { useFormat, useT } from "~/ui/i18n";
import { Pager } from "~/ui/kit/Pager";

/** From one page of comments to the next; `hrefOf` gives the address of each. */
export function CommentPager({
  page,
  hasNext,
  hrefOf,
}: {
  page: number;
  hasNext: boolean;
  hrefOf: (page: number) => string;
}) {
  const t = useT();
  const { number } = useFormat();
  return (
    <Pager
      label={t("participation:comments.pages")}
      previous={page > 1 ? { href: hrefOf(page - 1), label: t("participation:comments.previous") } : null}
      next={hasNext ? { href: hrefOf(page + 1), label: t("participation:comments.next") } : null}
    >
      {t("participation:comments.page", { page: number(page) })}
    </Pager>
  );
}
