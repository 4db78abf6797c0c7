import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { parseForm } from "~/http/forms.server";
import { manageTestimonies, moveTestimony, removeTestimony } from "~/modules/stages/index.server";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { itemLabel } from "~/ui/consultation/labels";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { manageHref } from "~/ui/stages/labels";
import { ManageFrame } from "~/ui/stages/ManageFrame";
import { RowActions } from "~/ui/stages/RowActions";
import { TestimonyEntry } from "~/ui/stages/TestimonyEntry";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const { consultation, stage, items, testimonies } = await manageTestimonies(
      await accountOrSignIn(context),
      params.consultation ?? "",
      params.stage ?? "",
    );
    const head: Head = {
      title: `${getT(context.locale)("stages:pages.temoignages")} · ${stage.title}`,
      hidden: true,
    };
    const said = testimonies.map(({ itemId, ...testimony }) => ({
      testimony,
      item: items.find(({ id }) => id === itemId) ?? null,
    }));
    return { head, consultation, stage, said, saved: context.url.searchParams.has("enregistre") };
  });
}

const form = z.object({
  row: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  act: z.enum(["up", "down", "remove"]),
});

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () => {
    const parsed = await parseForm(request, form);
    if (!parsed.ok) throw new DomainError("invalid", "errors:not-a-form");
    const { row, act } = parsed.value;
    const [actor, slug, stage] = [await context.actor(), params.consultation ?? "", params.stage ?? ""];
    if (act === "remove") await removeTestimony(actor, slug, stage, row);
    else await moveTestimony(actor, slug, stage, row, act === "up" ? -1 : 1);
    return redirect(`/gestion/etapes/${slug}/${stage}/temoignages?enregistre=1`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function ManageTestimonies() {
  const t = useT();
  const { consultation, stage, said, saved } = useLoaderData<typeof loader>();
  const home = manageHref({ consultation, stage }, "temoignages");
  return (
    <ManageFrame {...{ consultation, stage, saved }} page="temoignages">
      <p>{t(said.length === 0 ? "stages:testimonies.none" : "stages:testimonies.intro")}</p>
      <div>
        <ButtonLink href={`${home}/nouveau`}>{t("stages:testimonies.new")}</ButtonLink>
      </div>
      {said.length === 0 ? null : (
        <ol className="managed-rows">
          {said.map(({ testimony, item }, index) => (
            <li key={testimony.id}>
              <TestimonyEntry testimony={testimony} where={item ? itemLabel(t, item) : null} />
              <RowActions
                id={String(testimony.id)}
                name={testimony.speaker}
                edit={`${home}/${testimony.id}`}
                first={index === 0}
                last={index === said.length - 1}
              />
            </li>
          ))}
        </ol>
      )}
    </ManageFrame>
  );
}
