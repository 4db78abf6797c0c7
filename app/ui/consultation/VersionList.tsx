import type { Item, ItemText } from "~/modules/consultation";
import { useLocale, useT } from "~/ui/i18n";
import { Stack } from "~/ui/kit/Layout";
import { tellInstant } from "./time";

interface ListProps {
  /** The address of the page of versions. */
  href: string;
  versions: readonly Pick<ItemText, "version" | "replacedAt">[];
  shown: number;
  item: Pick<Item, "updatedAt">;
  now: Date;
  timeZone: string;
}

/** Every version of an item, latest first, each with what it changed. */
export function VersionList({ href, versions, shown, item, now, timeZone }: ListProps) {
  const t = useT();
  const locale = useLocale();
  const tell = (instant: Date) => tellInstant(instant, { t, locale, now, timeZone });
  return (
    <Stack as="section" labelledBy="versions">
      <h2 id="versions">{t("consultation:versions.list")}</h2>
      <ol className="versions" reversed>
        {versions.map(({ version, replacedAt }) => (
          <li key={version}>
            {replacedAt
              ? t("consultation:versions.earlier", { version, moment: tell(replacedAt) })
              : t("consultation:versions.current", { version, moment: tell(item.updatedAt) })}
            {version > 1 ? (
              <>
                {" · "}
                <a href={`${href}?version=${version}`} aria-current={version === shown ? "true" : undefined}>
                  {t("consultation:versions.see", { version })}
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </Stack>
  );
}
