import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { refusal, type Refusal } from "~/http/errors.server";
import { can } from "~/modules/identity";
import type { Key } from "~/platform/i18n";
import { ErrorScreen, type TitledStatus } from "~/ui/ErrorScreen";
import { SiteFrame } from "~/ui/SiteFrame";
import { useT } from "~/ui/i18n";
import { useShell } from "~/ui/shell";
import { themeLinks } from "~/ui/theme/links";

export const links: LinksFunction = () => [
  ...themeLinks,
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.refused) throw refusal(context.refused);
  const actor = await context.actor();
  const account = actor.kind === "account" ? actor : null;
  return {
    locale: context.locale,
    signedIn: account !== null,
    staff: can(actor, "staff.enter", "any"),
    displayName: account?.displayName ?? null,
  };
}

/**
 * What a route asks of its shell, by its `handle`: always, or as its data says. `script`: the custom elements; `bare`: no
 * header and no footer; `refresh`: that browsers without scripts ask for the page again every few seconds, or after so many.
 */
const asked =
  (wish: "script" | "bare" | "refresh") =>
  ({ handle, data }: { handle: unknown; data: unknown }): unknown => {
    const wished =
      typeof handle === "object" && handle !== null ? (handle as Record<string, unknown>)[wish] : false;
    return typeof wished === "function" ? data != null && wished(data) : wished;
  };
const REFRESH_SECONDS = 5;

export function Layout({ children }: { children: ReactNode }) {
  const { locale, nonce, script } = useShell();
  const root = useRouteLoaderData<typeof loader>("root");
  const error = useRouteError();
  const failed = error !== undefined && error !== null;
  const t = useT();
  const matches = useMatches();
  const wishes = (wish: Parameters<typeof asked>[0]) => (failed ? [] : matches.map(asked(wish)));
  const scripted = wishes("script").includes(true);
  const refresh = wishes("refresh")
    .map((wish) => (wish === true ? REFRESH_SECONDS : wish))
    .find((wish) => typeof wish === "number");
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        {failed ? <title>{`${t(`errors:title.${titledStatus(error)}`)} · Concertation`}</title> : null}
        <Links />
        {refresh === undefined ? null : (
          <noscript>
            <meta httpEquiv="refresh" content={String(refresh)} />
          </noscript>
        )}
        {scripted || import.meta.env.DEV ? (
          <>
            {import.meta.env.DEV ? <meta property="csp-nonce" nonce={nonce} /> : null}
            {import.meta.env.DEV ? <script type="module" nonce={nonce} src="/@vite/client" /> : null}
            <script type="module" nonce={nonce} src={script} />
          </>
        ) : null}
      </head>
      <body>
        {wishes("bare").includes(true) ? (
          children
        ) : (
          <SiteFrame signedIn={root?.signedIn ?? false} staff={root?.staff ?? false}>
            {children}
          </SiteFrame>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useShell();
  const status = titledStatus(error);
  const told =
    isRouteErrorResponse(error) && isRefusal(error.data)
      ? error.data
      : { reason: DEFAULT_REASON[status], values: {} };
  return (
    <ErrorScreen
      status={status}
      reason={told.reason ?? "errors:unexpected"}
      values={told.values}
      requestId={requestId}
    />
  );
}

const DEFAULT_REASON: Partial<Record<TitledStatus, Key>> = {
  400: "errors:not-a-form",
  403: "errors:forbidden",
  404: "errors:page-not-found",
  503: "errors:unavailable",
};
const TITLED = [400, 401, 403, 404, 409, 413, 429, 500, 503] as const satisfies TitledStatus[];

/** The status whose title and words fit best. */
function titledStatus(error: unknown): TitledStatus {
  if (!isRouteErrorResponse(error)) return 500;
  return TITLED.find((status) => status === error.status) ?? (error.status < 500 ? 400 : 500);
}

const isRefusal = (data: unknown): data is Refusal =>
  typeof data === "object" && data !== null && "reason" in data && typeof data.reason === "string";
