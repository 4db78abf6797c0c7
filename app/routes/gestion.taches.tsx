import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { parseForm, refuseForm } from "~/http/forms.server";
import { listFailedJobs, retryFailedJobs, type FailedJob } from "~/modules/identity/index.server";
import { now } from "~/platform/clock";
import { getT, textOf } from "~/platform/i18n";
import { useForm } from "~/ui/form";
import { headTags, type Head } from "~/ui/head";
import { useFormat, useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { DataTable } from "~/ui/kit/DataTable";
import { EmptyState } from "~/ui/kit/EmptyState";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { Hidden } from "~/ui/kit/Hidden";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";

const DONE = "relancees";

export function loader({ context }: LoaderFunctionArgs) {
  return handled(async () => {
    const jobs = await listFailedJobs(await accountOrSignIn(context));
    const head: Head = { title: getT(context.locale)("common:staff.jobs.title"), hidden: true };
    const retried = context.url.searchParams.get(DONE);
    return { head, now: now(), jobs, retried: retried === null ? null : Number.parseInt(retried, 10) || 0 };
  });
}

/** Without a number: all of them. */
const form = z.object({
  job: z.coerce.number("errors:field").pipe(z.int32("errors:field").positive("errors:field")).optional(),
});

export function action({ request, context }: ActionFunctionArgs) {
  return handled(async () => {
    const actor = await accountOrSignIn(context);
    const parsed = await parseForm(request, form);
    if (!parsed.ok) return refuseForm(parsed);
    const retried = await retryFailedJobs(actor, parsed.value.job ?? null);
    return redirect(`/gestion/taches?${DONE}=${retried}`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function FailedJobs() {
  const t = useT();
  const { jobs, now, retried } = useLoaderData<typeof loader>();
  const { summary } = useForm(useActionData<typeof action>());
  return (
    <Page>
      <Stack gap={5}>
        <ErrorSummary title={t("errors:title.400")} errors={summary} />
        <PageHead title={t("common:staff.jobs.title")}>
          <p>{t("common:staff.jobs.text")}</p>
        </PageHead>
        {retried !== null && summary.length === 0 ? (
          <Notice kind={retried > 0 ? "success" : "info"} role="status">
            {retried > 0
              ? t("common:staff.jobs.retried", { count: retried })
              : t("common:staff.jobs.retried-none")}
          </Notice>
        ) : null}
        {jobs.length > 0 ? (
          <>
            <JobTable jobs={jobs} now={now} />
            {jobs.length > 1 ? (
              <form method="post" action="/gestion/taches">
                <Button>{t("common:staff.jobs.all")}</Button>
              </form>
            ) : null}
          </>
        ) : (
          <EmptyState title={t("common:staff.jobs.none")}>
            <p>{t("common:staff.jobs.none-text")}</p>
          </EmptyState>
        )}
      </Stack>
    </Page>
  );
}

function JobTable({ jobs, now }: { jobs: readonly FailedJob[]; now: Date }) {
  const t = useT();
  const { number, relative } = useFormat();
  return (
    <DataTable
      caption={t("common:staff.jobs.title")}
      hideCaption
      columns={[
        { key: "what", label: t("common:staff.jobs.what") },
        { key: "promised", label: t("common:staff.jobs.promised") },
        { key: "attempts", label: t("common:staff.jobs.attempts"), numeric: true },
        { key: "problem", label: t("common:staff.jobs.problem") },
        { key: "again", label: t("common:staff.jobs.again") },
      ]}
      rows={jobs.map(({ id, name, createdAt, attempts, problem }) => {
        const what = textOf(t, `common:staff.jobs.kinds.${name}`, name);
        const promised = relative(createdAt, now);
        return {
          key: String(id),
          cells: [
            what,
            promised,
            number(attempts),
            problem || t("common:staff.jobs.no-problem"),
            <form method="post" action="/gestion/taches" key="again">
              <Hidden fields={{ job: String(id) }} />
              <Button kind="quiet" aria-label={t("common:staff.jobs.again-of", { what, promised })}>
                {t("common:staff.jobs.again")}
              </Button>
            </form>,
          ],
        };
      })}
    />
  );
}
