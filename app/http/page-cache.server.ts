import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { LRUCache } from "lru-cache";
import { chooseLocale, LOCALE_COOKIE } from "./locale.server";
import { readCookies } from "./cookies.server";
import { ownCookie } from "./device.server";
import { chooseEncoding, compressBody, type Encoding } from "./encoding.server";
import type { Rendered } from "./remix/index.server";

/** Milliseconds from the start of a rendering for which visitors without a session may be shown it. */
const LIFE = 900;
const MOST_PAGES = 500;

interface Page {
  status: number;
  headers: Headers;
  policy: string;
  body: Buffer;
  encoded: Map<Encoding, Promise<Buffer>>;
}

/**
 * One rendering of a page for everybody who asks for it, unsigned, within a second: a crowd that opens the same link
 * costs one. The nonce goes with the rendering: it stays unknown to whoever wrote a text before it was rendered.
 */
export function pageCache(
  render: (req: ExpressRequest, res: ExpressResponse) => Promise<Rendered>,
): RequestHandler {
  const pages = new LRUCache<string, Promise<Page | null>>({ max: MOST_PAGES, ttl: LIFE });

  async function make(req: ExpressRequest, res: ExpressResponse): Promise<Page | null> {
    const { status, headers, body } = await render(req, res);
    if (
      status !== 200 ||
      res.hasHeader("Set-Cookie") ||
      headers.has("Set-Cookie") ||
      headers.get("Cache-Control")?.includes("no-store")
    ) {
      await send(req, res, { status, headers, body });
      return null;
    }
    const policy = String(res.getHeader("Content-Security-Policy"));
    return { status, headers, policy, body, encoded: new Map() };
  }

  return async (req, res, next) => {
    const key = cacheKey(req);
    if (key === null) return next();
    try {
      const known = pages.get(key);
      let page: Page | null;
      if (known) {
        page = await known;
        // What one visitor got could not be shared: this one gets their own.
        if (!page) return next();
      } else {
        const making = make(req, res);
        pages.set(
          key,
          making.catch(() => null),
        );
        page = await making;
        if (!page) {
          pages.delete(key);
          return;
        }
      }
      const shared = page;
      res.setHeader("Content-Security-Policy", shared.policy);
      await send(req, res, shared, (encoding) => {
        const encoded = shared.encoded.get(encoding) ?? compressBody(shared.body, encoding);
        shared.encoded.set(encoding, encoded);
        return encoded;
      });
    } catch (error) {
      next(error);
    }
  };
}

function cacheKey(req: ExpressRequest): string | null {
  if (req.method !== "GET" || req.originalUrl.length > 300 || /\/flux\/?$/i.test(req.path)) return null;
  const cookies = readCookies(req.headers.cookie);
  for (const name in cookies) if (name !== LOCALE_COOKIE) return null;
  const locale = chooseLocale(null, cookies[LOCALE_COOKIE], req.headers["accept-language"]);
  return `${req.protocol}://${req.headers.host} ${locale} ${req.originalUrl}`;
}

/** Writes a rendered answer, compressed. Browsers may keep pages, but ask again each time. */
export async function send(
  req: ExpressRequest,
  res: ExpressResponse,
  { status, headers, body }: Rendered,
  compress: (encoding: Encoding) => Promise<Buffer> = (encoding) => compressBody(body, encoding),
): Promise<void> {
  for (const [name, value] of headers) {
    if (name === "set-cookie") res.append(name, value);
    else res.setHeader(name, value);
  }
  if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "private, no-cache");
  const own = ownCookie(res);
  if (own) res.append("Set-Cookie", own);
  res.vary("Cookie");
  res.vary("Accept-Language");
  res.vary("Accept-Encoding");
  const encoding = res.hasHeader("Content-Encoding") ? null : chooseEncoding(req, body);
  const bytes = encoding ? await compress(encoding) : body;
  if (encoding) res.setHeader("Content-Encoding", encoding);
  res.setHeader("Content-Length", bytes.length);
  res.writeHead(status).end(bytes);
}
