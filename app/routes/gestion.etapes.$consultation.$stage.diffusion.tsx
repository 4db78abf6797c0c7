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
import { parseForm, refuseError, refuseForm } from "~/http/forms.server";
import { managePoll, renewCode, renewScreenKey } from "~/modules/polls/index.server";
import type { FormErrors } from "~/platform/forms";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { EmptyState } from "~/ui/kit/EmptyState";
import { manageHref } from "~/ui/stages/labels";
import { ManageFrame } from "~/ui/stages/ManageFrame";
import { ShareLinks } from "~/ui/polls/questionnaire/ShareLinks";
import { useForm } from "~/ui/form";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const { consultation, stage, poll } = await managePoll(
      await accountOrSignIn(context),
      params.consultation ?? "",
      params.stage ?? "",
    );
    const head: Head = {
      title: `${getT(context.locale)("stages:pages.diffusion")} · ${stage.title}`,
      hidden: true,
    };
    const links = poll && { code: poll.code, screenKey: poll.screenKey };
    return {
      head,
      consultation,
      stage,
      links,
      origin: context.url.origin,
      saved: context.url.searchParams.has("enregistre"),
    };
  });
}

const acts = z.object({ act: z.enum(["code", "key"], "stages:errors.act") });

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () => {
    const place = [await context.actor(), params.consultation ?? "", params.stage ?? ""] as const;
    const parsed = await parseForm(request, acts);
    if (!parsed.ok) {
      const errors: FormErrors = { "": [{ reason: "stages:errors.act", values: {} }] };
      return refuseForm({ errors, values: {} });
    }
    try {
      await (parsed.value.act === "code" ? renewCode(place) : renewScreenKey(place));
    } catch (error) {
      return refuseError(error, {});
    }
    return redirect(`/gestion/etapes/${place[1]}/${place[2]}/diffusion?enregistre=1`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function ShareStage() {
  const t = useT();
  const { consultation, stage, links, origin, saved } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>());
  const place = { consultation, stage };
  return (
    <ManageFrame {...place} saved={saved} page="diffusion" errors={form.summary}>
      {links ? (
        <ShareLinks {...links} place={place} origin={origin} />
      ) : (
        <EmptyState
          title={t("polls:share.none")}
          action={<ButtonLink href={manageHref(place, "questionnaire")}>{t("polls:share.make")}</ButtonLink>}
        />
      )}
    </ManageFrame>
  );
}
