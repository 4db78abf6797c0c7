import { randomBytes } from "node:crypto";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { readCookies, serialiseCookie, type Cookies } from "./cookies.server";

/** Tells the devices of a room apart: one voice each. Only sent to the addresses of polls. */
export const DEVICE_COOKIE = "appareil";
const PATH = "/direct";
const HALF_A_YEAR = 180 * 86_400;
const SECRET = /^[\w-]{22}$/;

/** The device's secret, or null on its first visit. */
export function deviceOf(cookies: Cookies): string | null {
  const device = cookies[DEVICE_COOKIE];
  return device !== undefined && SECRET.test(device) ? device : null;
}

/** A new device: its secret, and the cookie that gives it. */
export function newDevice(req: ExpressRequest): { device: string; cookie: string } {
  const device = randomBytes(16).toString("base64url");
  const cookie = serialiseCookie(DEVICE_COOKIE, device, {
    secure: req.protocol === "https",
    maxAge: HALF_A_YEAR,
    path: PATH,
  });
  return { device, cookie };
}

/**
 * Gives a device its name on its first visit. The cookie goes out with whatever answer is sent, also with a page that
 * many are shown: it says nothing about the page.
 */
export const nameDevices: RequestHandler = (req, res, next) => {
  if (req.method === "GET" && !deviceOf(readCookies(req.headers.cookie)))
    res.locals.ownCookie = newDevice(req).cookie;
  next();
};

/** The cookie that `nameDevices` left for this visitor alone. */
export const ownCookie = (res: ExpressResponse): string | undefined =>
  res.locals.ownCookie as string | undefined;
