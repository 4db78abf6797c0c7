import type { Consultation } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/kit/Notice";

/** Says that voices are made up, on every page that shows some. */
export function DemonstrationNotice({ consultation }: { consultation: Pick<Consultation, "demonstration"> }) {
  const t = useT();
  return consultation.demonstration ? <Notice><strong>{t("consultation:demonstration.title")}</strong> {t("consultation:demonstration.text")}</Notice> : null;
}
