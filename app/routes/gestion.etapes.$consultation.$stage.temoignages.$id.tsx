import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { readFields, refuseError, refuseForm } from "~/http/forms.server";
import { readTestimonyForm } from "~/modules/stages";
import { manageTestimonies, saveTestimony } from "~/modules/stages/index.server";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Field } from "~/ui/kit/Field";
import { TextArea } from "~/ui/kit/TextArea";
import { fieldLabel } from "~/ui/stages/labels";
import { ItemSelect } from "~/ui/stages/ItemSelect";
import { ManageFrame } from "~/ui/stages/ManageFrame";
import { useForm } from "~/ui/form";

const NEW = "nouveau";

/** Which testimony an address names: null for a new one. */
function named(id = ""): number | null {
  if (id === NEW) return null;
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new DomainError("not-found", "stages:refusal.no-testimony");
  return Number(id);
}

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const id = named(params.id);
    const { consultation, stage, items, testimonies } = await manageTestimonies(
      await accountOrSignIn(context),
      params.consultation ?? "",
      params.stage ?? "",
    );
    const testimony = testimonies.find((each) => each.id === id);
    if (id !== null && !testimony) throw new DomainError("not-found", "stages:refusal.no-testimony");
    const stored: Record<string, string> = testimony
      ? {
          item: items.find((item) => item.id === testimony.itemId)?.ref ?? "",
          speaker: testimony.speaker,
          role: testimony.role ?? "",
          organisation: testimony.organisation ?? "",
          points: testimony.points.join("\n"),
        }
      : {};
    const head: Head = {
      title: getT(context.locale)(testimony ? "stages:testimonies.edit" : "stages:testimonies.new"),
      hidden: true,
    };
    return { head, consultation, stage, items, stored };
  });
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return handled(async () => {
    const [slug, stage] = [params.consultation ?? "", params.stage ?? ""];
    const fields = await readFields(request);
    const form = readTestimonyForm(fields);
    if (!form.ok) return refuseForm({ errors: form.errors, values: fields });
    try {
      await saveTestimony(await context.actor(), slug, stage, named(params.id), form.value);
    } catch (error) {
      return refuseError(error, fields, "item");
    }
    return redirect(`/gestion/etapes/${slug}/${stage}/temoignages?enregistre=1`, 303);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function ManageTestimony() {
  const t = useT();
  const { head, consultation, stage, items, stored } = useLoaderData<typeof loader>();
  const form = useForm(useActionData<typeof action>(), {
    labelOf: (field) => fieldLabel(t, field),
    stored,
  });
  const field = (name: string) => ({
    name,
    label: fieldLabel(t, name),
    error: form.error(name),
    defaultValue: form.value(name),
  });
  const optional = t("stages:optional");
  return (
    <ManageFrame {...{ consultation, stage }} page="temoignages" title={head.title} errors={form.summary}>
      <form method="post" className="stage-form" noValidate>
        <ItemSelect
          name="item"
          label={t("stages:field.item")}
          items={items}
          defaultValue={form.value("item")}
          empty={t("stages:choose")}
          error={form.error("item")}
          required
        />
        <Field {...field("speaker")} required />
        <div className="stage-form__row">
          <Field {...field("role")} mark={optional} />
          <Field {...field("organisation")} mark={optional} />
        </div>
        <TextArea {...field("points")} hint={t("stages:hint.points")} rows={6} />
        <div>
          <Button>{t("stages:save")}</Button>
        </div>
      </form>
    </ManageFrame>
  );
}
