import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { chooseLocale, LOCALE_COOKIE } from "./locale.server";
import { readCookies } from "./cookies.server";
import type { Rendered } from "./remix.server";

/** Milliseconds from the start of a rendering for which visitors without a session may be shown it. */
const LIFE = 900;
const MOST_PAGES = 500;

interface Page {
  status: number;
  headers: [string, string][];
  policy: string;
  body: Buffer;
  encoded: Map<string, Promise<Buffer>>;
}

const encoders: Record<string, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
};

/**
 * One rendering of a page for everybody who asks for it, unsigned, within a second: a crowd that opens the same link
 * costs one. The nonce goes with the rendering: it stays unknown to whoever wrote a text before it was rendered.
 */
export function pageCache(render: (req: ExpressRequest, res: ExpressResponse) => Promise<Rendered>): RequestHandler {
  const pages = new Map<string, { page: Promise<Page | null>; until: number }>();

  async function make(req: ExpressRequest, res: ExpressResponse): Promise<Page | null> {
    const { status, headers, body } = await render(req, res);
    if (status !== 200 || res.hasHeader("Set-Cookie") || headers.has("Set-Cookie")) {
      send(res, { status, headers: [...headers], body });
      return null;
    }
    const policy = String(res.getHeader("Content-Security-Policy"));
    return { status, headers: [...headers], policy, body, encoded: new Map() };
  }

  return async (req, res, next) => {
    const key = cacheKey(req);
    if (key === null) return next();
    try {
      const now = performance.now();
      const known = pages.get(key);
      let page: Page | null;
      if (known && known.until > now) {
        page = await known.page;
        // What one visitor got could not be shared: this one gets their own.
        if (!page) return next();
      } else {
        const making = make(req, res);
        pages.delete(key);
        pages.set(key, { page: making.catch(() => null), until: now + LIFE });
        if (pages.size > MOST_PAGES) pages.delete(pages.keys().next().value as string);
        page = await making;
        if (!page) {
          pages.delete(key);
          return;
        }
      }
      const encoding = acceptedEncoding(req);
      res.setHeader("Content-Security-Policy", page.policy);
      if (encoding) res.setHeader("Content-Encoding", encoding);
      send(res, { ...page, body: encoding ? await encode(page, encoding) : page.body });
    } catch (error) {
      next(error);
    }
  };
}

function cacheKey(req: ExpressRequest): string | null {
  if (req.method !== "GET" || req.originalUrl.length > 300) return null;
  const cookies = readCookies(req.headers.cookie);
  for (const name of cookies.keys()) if (name !== LOCALE_COOKIE) return null;
  const locale = chooseLocale(null, cookies.get(LOCALE_COOKIE), req.headers["accept-language"]);
  return `${req.protocol}://${req.headers.host} ${locale} ${req.originalUrl}`;
}

function acceptedEncoding(req: ExpressRequest): "br" | "gzip" | null {
  const accepted = String(req.headers["accept-encoding"] ?? "");
  if (/\bbr\b(?!;\s*q=0(\.0*)?\b)/.test(accepted)) return "br";
  return /\bgzip\b(?!;\s*q=0(\.0*)?\b)/.test(accepted) ? "gzip" : null;
}

function encode(page: Page, encoding: "br" | "gzip"): Promise<Buffer> {
  const known = page.encoded.get(encoding);
  if (known) return known;
  const made = (encoders[encoding] as (body: Buffer) => Promise<Buffer>)(page.body);
  page.encoded.set(encoding, made);
  return made;
}

/** Writes a rendered answer. Pages may be kept by the visitor's browser, but asked for again each time. */
export function send(res: ExpressResponse, answer: { status: number; headers: Iterable<[string, string]>; body: Buffer }): void {
  res.status(answer.status);
  for (const [name, value] of answer.headers) {
    if (name.toLowerCase() === "set-cookie") res.append(name, value);
    else res.setHeader(name, value);
  }
  if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "private, no-cache");
  res.vary("Cookie");
  res.vary("Accept-Language");
  if (res.hasHeader("Content-Encoding")) res.vary("Accept-Encoding");
  res.end(answer.body);
}
