import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import { config } from "~/platform/config.server";
import { DomainError } from "~/platform/errors";

/** The Content-Security-Policy of an answer: nothing but our own files, and scripts only with this answer's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  const directives = [
    "default-src 'none'",
    // 'self' is for browsers older than 'strict-dynamic', which makes the others ignore it.
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // A form that is answered by a redirect to an identity provider needs that provider's origin here, as configured, on the
    // page of that form alone. It comes from the configuration, never from a request.
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  if (config().PUBLIC_URL?.startsWith("https:")) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

/** The usual headers, and a nonce of its own for each answer. */
export function securityHeaders(): RequestHandler[] {
  const https = config().PUBLIC_URL?.startsWith("https:") ?? false;
  return [
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: https,
      referrerPolicy: { policy: "same-origin" },
      crossOriginEmbedderPolicy: false,
    }),
    (_req, res, next) => {
      const nonce = randomBytes(16).toString("base64");
      res.locals.nonce = nonce;
      res.setHeader("Content-Security-Policy", contentSecurityPolicy(nonce));
      res.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()");
      next();
    },
  ];
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site posts in a visitor's name. Every browser that sends cookies across sites says where a post
 * comes from, in Sec-Fetch-Site or in Origin; a client that says neither carries nobody's cookies by accident. An identity
 * provider sends people back by GET, with a single-use `state` that a secret of this browser must match. One that posts
 * (form_post) would get a single path, let through here by name, that opens nothing: it redirects to that GET.
 */
export const refuseCrossSite: RequestHandler = (req, _res, next) => {
  if (SAFE.has(req.method)) return next();
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined) return next(site === "same-origin" || site === "none" ? undefined : crossSite());
  const { origin } = req.headers;
  if (origin === undefined) return next();
  const own = [config().PUBLIC_URL, `${req.protocol}://${req.headers.host}`];
  next(own.some((url) => url !== undefined && sameOrigin(url, origin)) ? undefined : crossSite());
};

const crossSite = () => new DomainError("forbidden", "errors:cross-site");

function sameOrigin(url: string, origin: string): boolean {
  try {
    return new URL(url).origin === new URL(origin).origin;
  } catch {
    return false;
  }
}
