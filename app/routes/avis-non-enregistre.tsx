import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { PENDING_COOKIE } from "~/http/open-session.server";
import { deletePending, readPending } from "~/modules/participation/index.server";
import { getT } from "~/platform/i18n";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { Button, ButtonLink } from "~/ui/kit/Button";
import { Cluster, Meta, Page, PageHead, Panel, Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { NotKept } from "~/ui/participation/NotKept";

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);
export const headers = () => ({ "Cache-Control": "no-store" });

export function loader({ context }: LoaderFunctionArgs) {
  return handled(async () => {
    const token = context.cookie(PENDING_COOKIE);
    const kept = token ? await readPending(token) : null;
    return {
      head: { title: getT(context.locale)("participation:late.title"), hidden: true },
      // A pressed button leaves nothing to copy.
      opinion: kept && "back" in kept ? null : kept,
    };
  });
}

/** Once copied, it can be deleted at once. */
export function action({ context }: ActionFunctionArgs) {
  return handled(async () => {
    const token = context.cookie(PENDING_COOKIE);
    if (token) await deletePending(token);
    context.clearCookie(PENDING_COOKIE);
    return redirect("/avis-non-enregistre", 303);
  });
}

export default function NotKeptPage() {
  const t = useT();
  const { opinion } = useLoaderData<typeof loader>();
  if (!opinion) {
    return (
      <Page narrow>
        <Stack gap={5}>
          <PageHead title={t("participation:late.title")} />
          <p>{t("participation:late.gone")}</p>
          <Cluster>
            <ButtonLink href="/">{t("participation:late.home")}</ButtonLink>
          </Cluster>
        </Stack>
      </Page>
    );
  }
  return (
    <Page narrow>
      <Stack gap={5}>
        <PageHead title={t("participation:late.title")} />
        <Notice kind="warning" role="alert">
          {t("participation:late.why")}
        </Notice>
        <Panel>
          <NotKept {...opinion} />
          <Meta>{t("participation:late.kept")}</Meta>
        </Panel>
        <Cluster>
          <ButtonLink href={`/concertations/${opinion.slug}/${opinion.ref}`}>
            {t("participation:late.back")}
          </ButtonLink>
          <form method="post" action="/avis-non-enregistre">
            <Button kind="plain">{t("participation:late.delete")}</Button>
          </form>
        </Cluster>
      </Stack>
    </Page>
  );
}
