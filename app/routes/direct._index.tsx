import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { readFields } from "~/http/forms.server";
import { parseCode } from "~/modules/polls";
import { readPoll } from "~/modules/polls/index.server";
import { DomainError } from "~/platform/errors";
import type { FormErrors } from "~/platform/forms";
import { getT, type Key } from "~/platform/i18n";
import { useForm } from "~/ui/form";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { Page, PageHead, Panel, Stack } from "~/ui/kit/Layout";
import { pollHref } from "~/ui/polls/phone/address";
import { JoinForm } from "~/ui/polls/phone/JoinForm";

/** Leads to the poll whose code was typed; a code that opens nothing stays on the page, with the reason. */
async function join(typed: string, locale: Parameters<typeof getT>[0]) {
  const t = getT(locale);
  const head: Head = { title: t("polls:phone.join.title"), description: t("polls:phone.join.description") };
  const answer = (reason: Key | null, status: number) => {
    const errors: FormErrors = reason === null ? {} : { code: [{ reason, values: {} }] };
    return data({ head, form: { errors, values: { code: typed } } }, status);
  };
  if (typed.trim() === "") return answer(null, 200);
  const code = parseCode(typed);
  if (code === null) return answer("polls:phone.join.shape", 400);
  try {
    await readPoll(code);
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found")
      return answer("polls:phone.join.unknown", 404);
    throw error;
  }
  throw redirect(pollHref(code), 302);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => headTags(page?.head);

export function loader({ context }: LoaderFunctionArgs) {
  return handled(() => join(context.url.searchParams.get("code") ?? "", context.locale));
}

/** A form of another page may post the code as well. */
export function action({ request }: ActionFunctionArgs) {
  return handled(async () => {
    const { code } = await readFields(request);
    throw redirect(`/direct?code=${encodeURIComponent(String(code ?? ""))}`, 303);
  });
}

export default function Join() {
  const t = useT();
  const form = useForm(useLoaderData<typeof loader>().form);
  return (
    <Page narrow>
      <Stack gap={5}>
        <PageHead title={t("polls:phone.join.title")} />
        <ErrorSummary title={t("polls:phone.join.problem")} errors={form.summary} />
        {form.summary.length === 0 ? <p>{t("polls:phone.join.intro")}</p> : null}
        <Panel>
          <JoinForm typed={form.value("code")} error={form.error("code")} />
        </Panel>
      </Stack>
    </Page>
  );
}
