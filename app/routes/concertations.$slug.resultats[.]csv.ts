import type { LoaderFunctionArgs } from "@remix-run/node";
import { openData } from "~/http/open-data.server";
import { resultsCsv } from "~/modules/results/index.server";

/** The public figures as a table: one row per item and total, region, stakeholder category or channel. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  return openData(request, context, async () => ({
    body: await resultsCsv(await context.actor(), params.slug ?? ""),
    type: "text/csv; charset=utf-8",
    filename: `resultats-${params.slug ?? ""}.csv`,
  }));
}
