import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { logUnexpected } from "~/http/errors.server";
import { openLoaderData } from "~/http/remix/loader-data.server";
import { LocaleProvider } from "~/ui/i18n";
import { ShellContext } from "~/ui/shell";
import "~/words";

/** Renders a page in one piece, without React's own marks: pages are small, nothing in them waits or is hydrated. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Response {
  const { url } = request;
  const { locale, nonce, requestId, contact } = context;
  const { staticHandlerContext: loaded } = remixContext;
  loaded.loaderData = openLoaderData(loaded.loaderData);
  const { pathname: path, search } = new URL(url);
  const shell = {
    locale,
    nonce,
    requestId,
    path,
    search,
    contact,
    script: remixContext.manifest.entry.module,
  };
  const html = renderToStaticMarkup(
    <ShellContext.Provider value={shell}>
      <LocaleProvider locale={locale}>
        <RemixServer context={remixContext} url={url} nonce={nonce} />
      </LocaleProvider>
    </ShellContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", locale);
  context.page = `<!doctype html>${html}`;
  return new Response(null, { status, headers });
}

/** What a loader, an action or a rendering threw that is not an answer. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  const refused = isRouteErrorResponse(error) && error.status < 500;
  if (!refused && !request.signal.aborted) logUnexpected(error);
}
