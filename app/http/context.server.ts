import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { ANONYMOUS, type Actor } from "~/modules/identity";
import { authenticate, recognise } from "~/modules/identity/index.server";
import { config } from "~/platform/config.server";
import { DomainError } from "~/platform/errors";
import type { Locale } from "~/platform/i18n";
import { readCookies, serialiseCookie, type Cookies } from "./cookies.server";
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
  /** Counts one act, once for a request. @throws DomainError "too-many" when `key` did `kind` too often. */
  limit(kind: Limit, key: string): Promise<void>;
}

/** The context of a request: one for whoever answers it, so that who acts is looked up once and an act is counted once. */
export const contextOf = (req: ExpressRequest, res: ExpressResponse): AppContext =>
  (res.locals.context as AppContext | undefined) ?? (res.locals.context = new RequestContext(req, res));

/** Nothing is read before it is asked for: an answer of a hall needs neither language nor address. */
class RequestContext implements AppContext {
  readonly #req: ExpressRequest;
  readonly #res: ExpressResponse;
  #cookies: Cookies | undefined;
  #url: URL | undefined;
  #actor: Promise<Actor> | undefined;
  #locale: Locale | undefined;
  readonly #counted = new Map<Limit, Promise<void>>();

  constructor(req: ExpressRequest, res: ExpressResponse) {
    this.#req = req;
    this.#res = res;
    // A language that is chosen by the address stays chosen, whoever answers.
    if (req.originalUrl.includes("lang=")) this.#keepLocale();
  }

  get #read(): Cookies {
    return (this.#cookies ??= readCookies(this.#req.headers.cookie));
  }
  get requestId(): string {
    return this.#res.locals.requestId as string;
  }
  get nonce(): string {
    return this.#res.locals.nonce as string;
  }
  get ip(): string {
    return this.#req.ip ?? "unknown";
  }
  get contact(): string {
    return config().CONTACT_EMAIL;
  }
  get url(): URL {
    return (this.#url ??= addressOf(this.#req));
  }
  get locale(): Locale {
    return (this.#locale ??= chooseLocale(
      this.url.searchParams.get("lang"),
      this.#read[LOCALE_COOKIE],
      this.#req.headers["accept-language"],
    ));
  }
  get device(): string | null {
    return deviceOf(this.#read);
  }
  get sessionToken(): string | null {
    return this.#read[SESSION_COOKIE] ?? null;
  }

  // Properties and not methods: routes hand them on by themselves.
  actor = (): Promise<Actor> => (this.#actor ??= this.#findActor());

  actorNow = (): Promise<Actor> => recognise(this.sessionToken ?? "");

  async #findActor(): Promise<Actor> {
    const token = this.sessionToken;
    if (!token) return ANONYMOUS;
    const found = await authenticate(token);
    if (!found) {
      this.endSession();
      return ANONYMOUS;
    }
    if (found.renewed) this.startSession({ token, expiresAt: found.expiresAt });
    return found.actor;
  }

  #keepLocale(): void {
    if (this.url.searchParams.has("lang") && this.#read[LOCALE_COOKIE] !== this.locale)
      this.setCookie(LOCALE_COOKIE, this.locale, { maxAge: 365 * 86_400 });
  }

  startSession = ({ token, expiresAt }: { token: string; expiresAt: Date }): void => {
    const maxAge = Math.max(0, Math.round((expiresAt.getTime() - Date.now()) / 1000));
    this.setCookie(SESSION_COOKIE, token, { maxAge });
  };
  endSession = (): void => this.clearCookie(SESSION_COOKIE);
  cookie = (name: string): string | null => this.#read[name] ?? null;
  setCookie = (name: string, value: string, options?: { maxAge?: number }): void => {
    const secure = this.url.protocol === "https:";
    this.#res.append("Set-Cookie", serialiseCookie(name, value, { secure, ...options }));
  };
  clearCookie = (name: string): void => this.setCookie(name, "", { maxAge: 0 });

  /** What a shorter way counted is not counted again by the route that shows its refusal. */
  limit = (kind: Limit, key: string): Promise<void> => {
    const counted = this.#counted.get(kind) ?? this.#take(kind, key);
    this.#counted.set(kind, counted);
    return counted;
  };

  async #take(kind: Limit, key: string): Promise<void> {
    try {
      await takeFrom(kind, key, this.ip);
    } catch (error) {
      if (error instanceof DomainError)
        this.#res.setHeader("Retry-After", Number(error.values.count ?? 1) * 60);
      throw error;
    }
  }
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
