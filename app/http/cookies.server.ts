/** Cookies of a request. A value that does not decode is left out: it cannot be one of ours. */
export function readCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    try {
      if (!cookies.has(name)) cookies.set(name, decodeURIComponent(part.slice(at + 1).trim()));
    } catch {
      continue;
    }
  }
  return cookies;
}

interface CookieOptions {
  secure?: boolean;
  /** Seconds; 0 deletes the cookie. Without it, it ends with the browser. */
  maxAge?: number;
  path?: string;
}

/** A Set-Cookie header, HttpOnly and Lax. */
export function serialiseCookie(
  name: string,
  value: string,
  { secure = false, maxAge, path = "/" }: CookieOptions,
): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, `Path=${path}`, "HttpOnly", "SameSite=Lax"];
  if (secure) parts.push("Secure");
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  return parts.join("; ");
}
