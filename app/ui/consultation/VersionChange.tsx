import type { ItemText } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { Meta, Stack } from "~/ui/kit/Layout";
import { Difference } from "./Difference";

/** What one version of an item changed in the one before. */
export function VersionChange({ from, to }: { from: ItemText; to: ItemText }) {
  const t = useT();
  return (
    <Stack as="section" labelledBy="change">
      <h2 id="change">{t("consultation:versions.compare", { from: from.version, to: to.version })}</h2>
      <Meta>{t("consultation:versions.legend")}</Meta>
      <h3>{t("consultation:versions.title-part")}</h3>
      <Difference before={from.title} after={to.title} />
      <h3>{t("consultation:versions.body-part")}</h3>
      <Difference before={from.body} after={to.body} />
    </Stack>
  );
}
