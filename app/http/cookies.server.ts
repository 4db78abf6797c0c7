import { parse, serialize, type Cookies } from "cookie";

export type { Cookies };

/** Cookies of a request, by name. */
export const readCookies = (header: string | undefined): Cookies => parse(header ?? "");

interface CookieOptions {
  secure?: boolean;
  /** Seconds; 0 deletes the cookie. Without it, it ends with the browser. */
  maxAge?: number;
  path?: string;
}

/** A Set-Cookie header, HttpOnly and Lax. */
export const serialiseCookie = (
  name: string,
  value: string,
  { path = "/", ...options }: CookieOptions,
): string => serialize(name, value, { ...options, path, httpOnly: true, sameSite: "lax" });
