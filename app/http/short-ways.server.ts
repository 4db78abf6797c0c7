import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import type { Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { readBody } from "./body.server";
import { contextOf, type AppContext } from "./context.server";
import { newDevice } from "./device.server";
import { logUnexpected, statusOf } from "./errors.server";
import type { Limit } from "./limits.server";

/** Who posts: an account, or the device of a room. */
export interface Poster {
  actor: Actor;
  device: string | null;
}

/** Posts that are taken without Remix, whose route and page cost more than what is posted. */
export interface ShortWay {
  /** The address that they come to, in Express's writing. */
  path: string;
  /** Who may come this way: whoever has an account, or any device, which is then given a name. */
  by: "account" | "device";
  /** What a post counts as. */
  limit: Limit;
  /** Fields that only other forms of the page have, which are for its route. */
  unless?: readonly string[];
  /** Does what was posted. @returns where that shows; null when it is for the page's route to answer. @throws DomainError */
  take(who: Poster, place: Record<string, string>, fields: URLSearchParams): Promise<string | null>;
}

/**
 * Takes what is posted to one address. A plain form is sent on to its page, a script that accepts JSON has nothing to be
 * sent; a form that is refused goes on to its route, which shows it again with what is wrong.
 */
export function shortWay({ by, limit, unless = [], take }: ShortWay): RequestHandler<Record<string, string>> {
  return async (req, res, next) => {
    if (!req.is("application/x-www-form-urlencoded")) return next();
    const json = req.headers.accept?.startsWith("application/json") ?? false;
    const context = contextOf(req as ExpressRequest, res);
    try {
      // In this order: whoever signs out, or leaves, while a body is on its way has not posted it.
      const body = await readBody(req as ExpressRequest);
      const actor = await context.actor();
      const fields = new URLSearchParams(body.toString("utf8"));
      if ((by === "account" && actor.kind !== "account") || unless.some((name) => fields.has(name)))
        return next();
      const device = by === "device" ? deviceOf(context, req as ExpressRequest, res) : null;
      await context.limit(limit, device ?? (actor.kind === "account" ? `account ${actor.id}` : context.ip));
      const shown = await take({ actor, device }, req.params, fields);
      if (shown === null) next();
      else if (json) res.status(204).end();
      else leadTo(res, shown);
    } catch (error) {
      if (!(error instanceof DomainError)) logUnexpected(error);
      if (!json) return next(error instanceof DomainError && error.code !== "too-many" ? undefined : error);
      const refused =
        error instanceof DomainError ? error : new DomainError("unavailable", "errors:unavailable");
      if (refused.code === "too-many") res.setHeader("Retry-After", 10);
      const message = getT(context.locale)(refused.reason, refused.values);
      res.status(statusOf(refused)).json({ message });
    }
  };
}

function deviceOf(context: AppContext, req: ExpressRequest, res: ExpressResponse): string {
  if (context.device !== null) return context.device;
  const { device, cookie } = newDevice(req);
  res.append("Set-Cookie", cookie);
  return device;
}

/** To the page that shows what was done: the same answer as a route's. */
function leadTo(res: ExpressResponse, location: string): void {
  res.setHeader("Location", location);
  res.setHeader("Cache-Control", "private, no-cache");
  res.setHeader("Vary", "Cookie, Accept-Language, Accept-Encoding");
  res.setHeader("Content-Length", 0);
  res.writeHead(303).end();
}
