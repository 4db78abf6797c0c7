import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { myContributions } from "~/modules/participation/index.server";
import { now } from "~/platform/clock";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Trail } from "~/ui/kit/Trail";
import { renderMarkdown } from "~/ui/markdown/render.server";
import { ContributionList } from "~/ui/participation/ContributionList";

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export function loader({ context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await accountOrSignIn(context);
    const contributions = (await myContributions(actor)).map(({ comments, ...item }) => ({
      ...item,
      comments: comments.map(({ body, ...comment }) => ({ ...comment, html: renderMarkdown(body) })),
    }));
    return {
      head: { title: getT(context.locale)("participation:mine.title"), hidden: true },
      now: now(),
      contributions,
    };
  });
}

export default function Contributions() {
  const t = useT();
  const { now, contributions } = useLoaderData<typeof loader>();
  return (
    <Page narrow>
      <Trail
        label={t("consultation:trail")}
        steps={[
          { label: t("participation:mine.back"), href: "/compte" },
          { label: t("participation:mine.title") },
        ]}
      />
      <Stack gap={6}>
        <PageHead title={t("participation:mine.title")} />
        {contributions.length === 0 ? (
          <EmptyState
            title={t("participation:mine.empty")}
            action={<a href="/">{t("participation:mine.empty-action")}</a>}
          />
        ) : (
          <>
            <p>{t("participation:mine.intro")}</p>
            <ContributionList contributions={contributions} now={now} />
          </>
        )}
      </Stack>
    </Page>
  );
}
