import { isReadable, type MyContribution } from "~/modules/participation";
import { Content } from "~/ui/consultation/Content";
import { commentHref, itemHref } from "~/ui/consultation/labels";
import { tellInstant } from "~/ui/consultation/time";
import { useLocale, useT } from "~/ui/i18n";
import { Meta, Stack } from "~/ui/kit/Layout";
import { Prose } from "~/ui/kit/Prose";
import { tellChoices } from "./labels";

export interface ShownContribution extends Omit<MyContribution, "comments"> {
  comments: (Omit<MyContribution["comments"][number], "body"> & { html: string })[];
}

/** What one said, by consultation and item, each with the way to it. */
export function ContributionList({
  contributions,
  now,
}: {
  contributions: readonly ShownContribution[];
  now: Date;
}) {
  const slugs = [...new Set(contributions.map(({ slug }) => slug))];
  return (
    <>
      {slugs.map((slug) => {
        const mine = contributions.filter((contribution) => contribution.slug === slug);
        return (
          <Stack key={slug} as="section" gap={3} labelledBy={`c-${slug}`}>
            <h2 id={`c-${slug}`}>
              <Content text={mine[0]?.consultation ?? slug} />
            </h2>
            <ul className="findings">
              {mine.map((contribution) => (
                <Contribution key={contribution.ref} contribution={contribution} now={now} />
              ))}
            </ul>
          </Stack>
        );
      })}
    </>
  );
}

function Contribution({ contribution, now }: { contribution: ShownContribution; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const tell = (instant: Date) => tellInstant(instant, { t, locale, now, timeZone: "Europe/Paris" });
  const said = tellChoices(t, contribution);
  return (
    <li>
      <h3>
        <a href={itemHref(contribution, contribution)}>
          <Content text={contribution.title} />
        </a>
      </h3>
      {said ? <p>{said}</p> : null}
      {contribution.comments.map(({ id, html, standing, createdAt }) => (
        <div key={id}>
          <Meta>
            <a href={commentHref(contribution, contribution, id)}>
              <time dateTime={createdAt.toISOString()}>{tell(createdAt)}</time>
            </a>
            {isReadable(standing) ? null : ` · ${t(`participation:mine.${standing}`)}`}
          </Meta>
          <Prose html={html} small />
        </div>
      ))}
    </li>
  );
}
