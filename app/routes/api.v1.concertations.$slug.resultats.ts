import type { LoaderFunctionArgs } from "@remix-run/node";
import { openJson } from "~/http/open-data.server";
import { resultsJson } from "~/modules/results/index.server";

/** The figures of a consultation, by region, stakeholder category and channel. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  return openJson(request, context, async () => resultsJson(await context.actor(), params.slug ?? ""));
}
