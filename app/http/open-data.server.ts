import { createHash } from "node:crypto";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import type { AppContext } from "./context.server";
import { statusOf } from "./errors.server";

const LICENCE = '<https://www.etalab.gouv.fr/licence-ouverte-open-licence/>; rel="license"';

/** A file of open data: its text, its type, and a name when it is to be saved rather than read. */
export interface OpenData {
  body: string;
  type: string;
  filename?: string;
}

/**
 * Answers with open data: readable from any site, under the Licence Ouverte 2.0, and unsent to who has it already. What
 * staff see is more than the public may: it is theirs alone, and kept nowhere. A refusal is a problem detail (RFC 9457).
 */
export async function openData(
  request: Request,
  context: AppContext,
  work: () => Promise<OpenData>,
): Promise<Response> {
  const headers = new Headers({
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "no-store",
    Vary: "Cookie, Accept-Language",
  });
  try {
    const { body, type, filename } = await work();
    const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
    headers.set("Content-Type", type);
    headers.set("Link", LICENCE);
    if (filename) headers.set("Content-Disposition", `attachment; filename="${filename}"`);
    if ((await context.actor()).kind === "anonymous") {
      // Always asked again: figures are never older than the server's own page cache.
      headers.set("Cache-Control", "public, max-age=0, must-revalidate");
      headers.set("ETag", etag);
      if (knows(request.headers.get("If-None-Match"), etag))
        return new Response(null, { status: 304, headers });
    }
    return new Response(body, { headers });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const t = getT(context.locale);
    const status = statusOf(error);
    headers.set("Content-Type", "application/problem+json; charset=utf-8");
    const problem = {
      type: "about:blank",
      title: t(`errors:title.${status}`),
      status,
      detail: t(error.reason, error.values),
      requestId: context.requestId,
    };
    return new Response(JSON.stringify(problem), { status, headers });
  }
}

/** Open data as JSON. */
export const openJson = (
  request: Request,
  context: AppContext,
  work: () => Promise<unknown>,
): Promise<Response> =>
  openData(request, context, async () => ({
    body: JSON.stringify(await work()),
    type: "application/json; charset=utf-8",
  }));

/** Weak or strong, one of several: compression on the way may have weakened it. */
const knows = (header: string | null, etag: string): boolean =>
  header !== null &&
  header.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
