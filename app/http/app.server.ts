import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { config } from "~/platform/config.server";
import { db } from "~/platform/db/index.server";
import { DomainError } from "~/platform/errors";
import { log, withRequestId } from "~/platform/log.server";
import { compressedAssets } from "./assets.server";
import { nameDevices } from "./device.server";
import { errorPage } from "./error-page.server";
import { logUnexpected } from "./errors.server";
import { chooseLocale } from "./locale.server";
import { pageCache, send } from "./page-cache.server";
import { createRemix, type Build } from "./remix/index.server";
import { refuseCrossSite, securityHeaders } from "./security.server";
import { shortWay, type ShortWay } from "./short-ways.server";
import { serveFeed } from "./stream.server";

export interface AppOptions {
  build: Build;
  /** Where the built client stands; not given in development, where `assets` serves it. */
  clientFolder?: string;
  assets?: RequestHandler;
  /** What is taken past Remix. */
  shortWays?: readonly ShortWay[];
}

/** The whole of HTTP: what a request meets, in order. */
export function createApp({ build, clientFolder, assets, shortWays = [] }: AppOptions): Express {
  const { NODE_ENV, TRUST_PROXY } = config();
  const { render, renderRefusal } = createRemix(build, NODE_ENV);
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("trust proxy", TRUST_PROXY);
  app.use(identify, ...securityHeaders());
  app.get("/sante", health);
  if (assets) app.use(assets);
  if (clientFolder) {
    const folder = path.resolve(clientFolder);
    const built = path.join(folder, "assets");
    app.use(
      "/assets",
      compressedAssets(built),
      express.static(built, { immutable: true, maxAge: "1y", index: false }),
    );
    // Named one by one, so that a page does not look for a file of its name first.
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of files)
      app.get(`/${name}`, (_req, res) => res.sendFile(path.join(folder, name), { maxAge: "1h" }));
  }
  app.use("/assets", (_req, _res, next) => next(new DomainError("not-found", "errors:page-not-found")));
  // Of Remix's browser runtime, which no page ships: they would tell more than a page shows.
  app.use([/\.data$/, "/__manifest"], (_req, _res, next) =>
    next(new DomainError("not-found", "errors:page-not-found")),
  );
  app.use(refuseCrossSite);
  app.get("/direct/:code", nameDevices);
  for (const way of shortWays) app.post(way.path, shortWay(way));
  if (NODE_ENV === "production") app.use(pageCache(render));
  app.use(async (req, res, next) => {
    try {
      const rendered = await render(req, res);
      await (rendered.feed ? serveFeed(req, res, rendered.feed) : send(req, res, rendered));
    } catch (error) {
      next(error);
    }
  });
  app.use(refuse(renderRefusal));
  return app;
}

/** A request id for the logs and the error pages, and a line per request: neither address, query nor person. */
const identify: RequestHandler = (req, res, next) => {
  const requestId = randomUUID();
  const started = performance.now();
  res.locals.requestId = requestId;
  res.setHeader("X-Request-Id", requestId);
  res.on("close", () => {
    const [pathname] = req.originalUrl.split("?");
    const milliseconds = Math.round((performance.now() - started) * 10) / 10;
    const finished = res.writableFinished;
    log().info(
      { requestId, method: req.method, path: pathname, status: res.statusCode, milliseconds, finished },
      "request",
    );
  });
  withRequestId(requestId, next);
};

const health: RequestHandler = async (_req, res) => {
  res.setHeader("Cache-Control", "no-store");
  try {
    await db().ping();
    res.json({ status: "ok" });
  } catch (error) {
    logUnexpected(error);
    res.status(503).json({ status: "unavailable" });
  }
};

/** What went wrong before, or in spite of, Remix. Nothing may escape from here: a rejection would end the process. */
function refuse(renderRefusal: ReturnType<typeof createRemix>["renderRefusal"]): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const domain = toDomainError(error);
    if (!domain) logUnexpected(error);
    try {
      if (domain) return await send(req, res, await renderRefusal(req, res, domain));
    } catch (failure) {
      logUnexpected(failure);
    }
    const locale = chooseLocale(null, undefined, req.headers["accept-language"]);
    res
      .status(500)
      .type("html")
      .send(errorPage({ locale, requestId: String(res.locals.requestId) }));
  };
}

function toDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  // Express's own refusals (a malformed address, a range that is none) carry a status of the 400s.
  const status =
    typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  if (status === 404) return new DomainError("not-found", "errors:page-not-found");
  return status >= 400 && status < 500 ? new DomainError("invalid", "errors:not-a-form") : null;
}
