import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { ANONYMOUS, type Actor } from "~/modules/identity";
import { authenticate } from "~/modules/identity/index.server";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { readBody } from "./body.server";
import { SESSION_COOKIE } from "./context.server";
import { readCookies } from "./cookies.server";
import { deviceOf, newDevice } from "./device.server";
import { logUnexpected, statusOf } from "./errors.server";
import { takeFrom } from "./limits.server";
import { chooseLocale, LOCALE_COOKIE } from "./locale.server";

/** What somebody in a room posts, to be held against the poll. @throws DomainError */
export type TakeAnswer = (
  who: { actor: Actor; device: string },
  code: string,
  fields: URLSearchParams,
) => Promise<void>;

/**
 * Takes answers without Remix: a hall answers within one second, and an answer needs neither route nor page. A plain form
 * is sent on to its page; one that is refused goes through Remix, which shows it again with what is wrong.
 */
export function takeAnswers(take: TakeAnswer): RequestHandler<{ code: string }> {
  return async (req, res, next) => {
    if (!req.is("application/x-www-form-urlencoded")) return next();
    const wantsJson = req.headers.accept?.startsWith("application/json") ?? false;
    const cookies = readCookies(req.headers.cookie);
    const locale = chooseLocale(null, cookies.get(LOCALE_COOKIE), req.headers["accept-language"]);
    try {
      const fields = new URLSearchParams((await readBody(req as ExpressRequest)).toString("utf8"));
      const { actor, device } = await recognise(req as ExpressRequest, res, cookies);
      await takeFrom("answer", device, req.ip ?? "unknown");
      await take({ actor, device }, req.params.code, fields);
      if (wantsJson) res.status(204).end();
      else res.redirect(303, `/direct/${encodeURIComponent(req.params.code)}`);
    } catch (error) {
      if (!(error instanceof DomainError)) logUnexpected(error);
      if (!wantsJson)
        return next(error instanceof DomainError && error.code !== "too-many" ? undefined : error);
      const refused =
        error instanceof DomainError ? error : new DomainError("unavailable", "errors:unavailable");
      if (refused.code === "too-many") res.setHeader("Retry-After", 10);
      res.status(statusOf(refused)).json({ message: getT(locale)(refused.reason, refused.values) });
    }
  };
}

async function recognise(
  req: ExpressRequest,
  res: ExpressResponse,
  cookies: ReadonlyMap<string, string>,
): Promise<{ actor: Actor; device: string }> {
  const token = cookies.get(SESSION_COOKIE);
  const actor = token ? ((await authenticate(token))?.actor ?? ANONYMOUS) : ANONYMOUS;
  const known = deviceOf(cookies);
  if (known) return { actor, device: known };
  const { device, cookie } = newDevice(req);
  res.append("Set-Cookie", cookie);
  return { actor, device };
}
