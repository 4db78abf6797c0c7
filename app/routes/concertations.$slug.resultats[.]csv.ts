import type { LoaderFunctionArgs } from "@remix-run/node";
import { openData } from "~/http/open-data.server";
import { getRoadmap } from "~/modules/consultation/index.server";
import { resultsCsv } from "~/modules/results/index.server";

/** The public figures as a table: one row per item and total, region, stakeholder category or channel. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  return openData(request, context, async () => {
    const actor = await context.actor();
    const { consultation } = await getRoadmap(actor, params.slug ?? "");
    const body = await resultsCsv(actor, consultation.slug);
    // A table has no room to say that its figures are made up: its name does.
    const name = consultation.demonstration ? "resultats-demonstration" : "resultats";
    return { body, type: "text/csv; charset=utf-8", filename: `${name}-${consultation.slug}.csv` };
  });
}
