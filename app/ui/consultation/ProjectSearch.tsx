import type { Consultation } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { SearchField } from "~/ui/kit/SearchField";
import { consultationHref } from "./labels";

/** The way to search a consultation. */
export function ProjectSearch({
  consultation,
  value,
}: {
  consultation: Pick<Consultation, "slug">;
  value?: string;
}) {
  const t = useT();
  return (
    <SearchField
      label={t("consultation:search.label")}
      submit={t("consultation:search.submit")}
      action={`${consultationHref(consultation)}/recherche`}
      value={value}
      showLabel
    />
  );
}
