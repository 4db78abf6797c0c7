import { STAKEHOLDERS } from "~/modules/identity";
import { CHANNELS } from "~/modules/participation";
import { MEASURES, type Results } from "~/modules/results";
import { useContentLang } from "~/ui/consultation/Content";
import { itemLabel } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { FilterForm } from "~/ui/kit/FilterForm";
import { Select } from "~/ui/kit/Select";
import { itemName, stakeholderName } from "./labels";

/** What to show, of whom: a plain form whose choices stand in the address of the page, `action`. */
export function ResultsFilters({
  results,
  action,
}: {
  results: Pick<Results, "filter" | "axes" | "kinds">;
  action: string;
}) {
  const t = useT();
  const { text } = useFormat();
  const { filter, axes, kinds } = results;
  const { measure = "priority", kind, stakeholder, channel } = filter;
  const lang = useContentLang();
  const axis = axes.find(({ ref }) => ref === filter.axis);
  const choices = [
    t(`results:measures.${measure}`),
    kind !== "action" && t(`results:kinds.${kind}`),
    axis && itemLabel(t, axis),
    stakeholder && stakeholderName(t, stakeholder),
    channel && t(`results:channels.${channel}`),
  ];
  return (
    <FilterForm
      label={t("results:filters.label")}
      summary={t("results:filters.summary", { choices: choices.filter(Boolean).join(" · ") })}
      submit={t("results:filters.submit")}
      action={action}
      keep={{ tri: filter.sort, sens: filter.descending ? "desc" : undefined }}
      reset={
        (filter.axis ?? stakeholder ?? channel)
          ? { href: action, label: t("results:filters.reset") }
          : undefined
      }
    >
      <Select
        name="mesure"
        label={t("results:filters.measure")}
        defaultValue={measure}
        options={MEASURES.map((value) => ({ value, label: t(`results:measures.${value}`) }))}
      />
      {kinds.length > 1 ? (
        <Select
          name="niveau"
          label={t("results:filters.kind")}
          defaultValue={kind}
          options={kinds.map((value) => ({ value, label: t(`results:kinds.${value}`) }))}
        />
      ) : null}
      {axes.length > 1 ? (
        <Select
          name="axe"
          label={t("results:filters.axis")}
          defaultValue={filter.axis}
          empty={t("results:filters.all-axes")}
          options={axes.map((item) => ({ value: item.ref, label: text(itemName(item)), lang }))}
        />
      ) : null}
      <Select
        name="categorie"
        label={t("results:filters.stakeholder")}
        defaultValue={stakeholder}
        empty={t("results:filters.all-stakeholders")}
        options={STAKEHOLDERS.map((value) => ({ value, label: stakeholderName(t, value) }))}
      />
      <Select
        name="canal"
        label={t("results:filters.channel")}
        defaultValue={channel}
        empty={t("results:filters.all-channels")}
        options={CHANNELS.map((value) => ({ value, label: t(`results:channels.${value}`) }))}
      />
    </FilterForm>
  );
}
