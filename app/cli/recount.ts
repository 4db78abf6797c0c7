import { OPERATOR } from "~/modules/identity";
import { recount, type Difference } from "~/modules/participation/index.server";
import { formatNumber } from "~/platform/i18n/format";
import { readArguments } from "./arguments";
import { withDatabase } from "./database";
import { Progress } from "./progress";
import { locale, print, t } from "./terminal";

/** recount SLUG: exit 1, with the differences, when a published figure is not what the contributions give. */
export async function recountCommand(args: readonly string[]): Promise<0 | 1> {
  const {
    words: [slug = ""],
  } = readArguments(args, { words: 1 }, t("cli:usage.recount"));
  const progress = new Progress();
  const { figures, wrong, differences } = await withDatabase(() => recount(OPERATOR, slug));
  for (const difference of differences) print(describe(difference));
  if (wrong > differences.length) print(t("cli:recount.more", { count: wrong - differences.length }));
  const values = { figures: formatNumber(locale, figures), seconds: progress.seconds };
  print(wrong === 0 ? t("cli:recount.right", values) : t("cli:recount.wrong", { ...values, count: wrong }));
  return wrong === 0 ? 0 : 1;
}

function describe({ figure, at, published, counted }: Difference): string {
  const place = Object.entries(at)
    .map(([key, value]) => `${key}=${value}`)
    .join(" ");
  return t("cli:recount.difference", {
    figure: t(`cli:recount.figures.${figure}`),
    place,
    published,
    counted,
  });
}
