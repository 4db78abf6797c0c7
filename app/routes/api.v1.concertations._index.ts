import type { LoaderFunctionArgs } from "@remix-run/node";
import { openJson } from "~/http/open-data.server";
import { phaseOf } from "~/modules/consultation";
import { listConsultations } from "~/modules/consultation/index.server";
import { now } from "~/platform/clock";

/** The consultations that one may see, with the addresses of their pages and figures. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return openJson(request, context, async () => {
    const consultations = await listConsultations(await context.actor());
    const at = now();
    return {
      consultations: consultations.map((consultation) => {
        const { slug, title, tagline, opensAt, closesAt, demonstration } = consultation;
        const address = (path: string) => new URL(path, context.url.origin).href;
        return {
          slug,
          title,
          tagline,
          opensAt,
          closesAt,
          demonstration,
          status: phaseOf(consultation, at),
          url: address(`/concertations/${slug}`),
          results: address(`/api/v1/concertations/${slug}/resultats`),
        };
      }),
    };
  });
}
