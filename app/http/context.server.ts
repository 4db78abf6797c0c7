import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { ANONYMOUS, type Actor } from "~/modules/identity";
import { authenticate, recognise } from "~/modules/identity/index.server";
import { config } from "~/platform/config.server";
import { DomainError } from "~/platform/errors";
import type { Locale } from "~/platform/i18n";
import { readCookies, serialiseCookie } from "./cookies.server";
import { deviceOf } from "./device.server";
import { takeFrom, type Limit } from "./limits.server";
import { chooseLocale, LOCALE_COOKIE } from "./locale.server";

export const SESSION_COOKIE = "session";

/** What whoever answers a request may know of it, and do to its answer: a route of Remix, or a shorter way. */
export interface AppContext {
  requestId: string;
  /** Of this answer's Content-Security-Policy. */
  nonce: string;
  locale: Locale;
  ip: string;
  /** Whom people may write to. */
  contact: string;
  /** The address that people see: PUBLIC_URL, else what the browser asked for. */
  url: URL;
  /** Who acts; looked up once. */
  actor(): Promise<Actor>;
  /** Who would act now: looked up again each time, for what goes on after the request. */
  actorNow(): Promise<Actor>;
  /** The secret of a device in a poll's room; null before its first answer or second visit. */
  device: string | null;
  sessionToken: string | null;
  startSession(session: { token: string; expiresAt: Date }): void;
  endSession(): void;
  cookie(name: string): string | null;
  /** Sets a cookie, HttpOnly, Lax, and Secure over https. `maxAge` is in seconds; without it the cookie ends with the browser. */
  setCookie(name: string, value: string, options?: { maxAge?: number }): void;
  clearCookie(name: string): void;
  /** @throws DomainError "too-many" when `key` did `kind` too often. */
  limit(kind: Limit, key: string): Promise<void>;
}

/** Builds the context of one request. Cookies set through it go out with the answer. */
export function createContext(req: ExpressRequest, res: ExpressResponse): AppContext {
  const cookies = readCookies(req.headers.cookie);
  const url = addressOf(req);
  const secure = url.protocol === "https:";
  const setCookie: AppContext["setCookie"] = (name, value, options) => {
    res.append("Set-Cookie", serialiseCookie(name, value, { secure, ...options }));
  };
  const startSession: AppContext["startSession"] = ({ token, expiresAt }) =>
    setCookie(SESSION_COOKIE, token, {
      maxAge: Math.max(0, Math.round((expiresAt.getTime() - Date.now()) / 1000)),
    });
  const sessionToken = cookies.get(SESSION_COOKIE) ?? null;
  const locale = chooseLocale(
    url.searchParams.get("lang"),
    cookies.get(LOCALE_COOKIE),
    req.headers["accept-language"],
  );
  if (url.searchParams.has("lang") && cookies.get(LOCALE_COOKIE) !== locale) {
    setCookie(LOCALE_COOKIE, locale, { maxAge: 365 * 86_400 });
  }

  let actor: Promise<Actor> | undefined;
  async function findActor(): Promise<Actor> {
    if (!sessionToken) return ANONYMOUS;
    const found = await authenticate(sessionToken);
    if (!found) {
      setCookie(SESSION_COOKIE, "", { maxAge: 0 });
      return ANONYMOUS;
    }
    if (found.renewed) startSession({ token: sessionToken, expiresAt: found.expiresAt });
    return found.actor;
  }

  const context: AppContext = {
    requestId: res.locals.requestId as string,
    nonce: res.locals.nonce as string,
    locale,
    ip: req.ip ?? "unknown",
    contact: config().CONTACT_EMAIL,
    url,
    actor: () => (actor ??= findActor()),
    actorNow: () => recognise(sessionToken ?? ""),
    device: deviceOf(cookies),
    sessionToken,
    startSession,
    endSession: () => setCookie(SESSION_COOKIE, "", { maxAge: 0 }),
    cookie: (name) => cookies.get(name) ?? null,
    setCookie,
    clearCookie: (name) => setCookie(name, "", { maxAge: 0 }),
    async limit(kind, key) {
      try {
        await takeFrom(kind, key, req.ip ?? "unknown");
      } catch (error) {
        if (error instanceof DomainError) res.setHeader("Retry-After", Number(error.values.count ?? 1) * 60);
        throw error;
      }
    },
  };
  return context;
}

/** The address asked for, under the one that people see. Whatever a client sends as path or host, this is one. */
function addressOf(req: ExpressRequest): URL {
  let url: URL;
  try {
    url = new URL(config().PUBLIC_URL ?? `${req.protocol}://${req.headers.host ?? "localhost"}`);
  } catch {
    url = new URL("http://localhost");
  }
  const [, path = "/", query = ""] = /^([^?]*)(\?.*)?$/s.exec(req.originalUrl) ?? [];
  // Two slashes at the start would read as a host further on.
  url.pathname = path.replace(/^\/{2,}/, "/");
  url.search = query;
  return url;
}
