import type { Consultation } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/kit/Notice";

/**
 * Says what a demonstration made up, on every page that shows some of it: voices and comments (`text`), or, of its
 * stages, the dates alone.
 */
export function DemonstrationNotice({
  consultation,
  about = "text",
}: {
  consultation: Pick<Consultation, "demonstration">;
  about?: "text" | "stages";
}) {
  const t = useT();
  if (!consultation.demonstration) return null;
  return (
    <Notice>
      <strong>{t("consultation:demonstration.title")}</strong> {t(`consultation:demonstration.${about}`)}
    </Notice>
  );
}
