import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { resultsHref } from "~/ui/results/labels";

/** An address cut short: the list of regions stands on the page of results. */
export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(`${resultsHref({ slug: encodeURIComponent(params.slug ?? "") })}#qui`);
