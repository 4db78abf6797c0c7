import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { readFields } from "~/http/forms.server";
import { useForm } from "~/ui/form";
import { headTags } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { Page, PageHead, Panel, Stack } from "~/ui/kit/Layout";
import { JoinForm } from "~/ui/polls/phone/JoinForm";
import { PollPage } from "~/ui/polls/phone/PollPage";
import { act } from "./act.server";
import { readPhone, unknownHead } from "./read.server";

interface Found {
  found: Awaited<ReturnType<typeof readPhone>>;
}

/** Nothing follows an answer that was refused: what was typed must stay. */
export const handle = {
  script: ({ found }: Found) => found !== null,
  refresh: ({ found }: Found) => found?.refresh ?? false,
};
export const meta: MetaFunction<typeof loader> = ({ data: page }) => headTags(page?.head);

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const typed = params.code ?? "";
    const found = await readPhone(context, typed);
    return found
      ? data({ head: found.head, typed, found })
      : data({ head: unknownHead(context), typed, found: null }, 404);
  });
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () => {
    const form = new URLSearchParams();
    for (const [name, values] of Object.entries(await readFields(request)))
      for (const value of [values].flat()) form.append(name, value);
    return act(context, params.code ?? "", form);
  });
}

export default function Phone() {
  const t = useT();
  const { typed, found } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>());
  if (found) return <PollPage {...found} form={form} />;
  return (
    <Page narrow>
      <Stack gap={5}>
        <PageHead title={t("polls:phone.join.missing")} />
        <Panel>
          <JoinForm typed={typed} error={t("polls:phone.join.unknown")} />
        </Panel>
      </Stack>
    </Page>
  );
}
