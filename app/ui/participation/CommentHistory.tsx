import { useFormat, useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Meta, Stack } from "~/ui/kit/Layout";
import { Prose } from "~/ui/kit/Prose";

/** The earlier texts of a comment, the latest first, for its author and the staff. */
export function CommentHistory({
  versions,
  now,
}: {
  versions: readonly { html: string; replacedAt: Date }[];
  now: Date;
}) {
  const t = useT();
  const { relative } = useFormat();
  if (versions.length === 0) return null;
  return (
    <Disclosure id="versions" summary={t("participation:comment.history")}>
      <Stack gap={5}>
        {versions.map(({ html, replacedAt }) => (
          <div key={replacedAt.getTime()}>
            <Meta>
              <time dateTime={replacedAt.toISOString()}>
                {t("participation:comment.replaced", { moment: relative(replacedAt, now) })}
              </time>
            </Meta>
            <Prose html={html} small />
          </div>
        ))}
      </Stack>
    </Disclosure>
  );
}
