import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { DomainError } from "~/platform/errors";
import { readBody } from "../body.server";
import { contextOf } from "../context.server";
import { byPath } from "./few-routes.server";
import { withLeft } from "./left.server";
import { sealLoaders } from "./loader-data.server";
import type { Feed } from "../stream.server";

// All that touches Remix's inside stands in this folder, so that a move to React Router is this folder's work; one reason each:
// - `few-routes`: it ranks all routes three times a request.
// - `loader-data`: it encodes a page's data for a browser runtime that no page ships.
// - `left`: its Response would cost two streams for a page, and cannot hold a stream for many.
// - this file: its own adapter makes streams of bodies that are small and whole.
// - `answer`, `types.d.ts`: the names that http takes from it, and those of ours that it is told.

/** The built routes; in development, what loads them anew. A function costs a derivation of all routes per request. */
export type BuiltRoutes = ServerBuild;
export type Build = BuiltRoutes | (() => Promise<BuiltRoutes>);

/** An answer of Remix, whole: pages are rendered in one piece. */
export interface Rendered {
  status: number;
  headers: Headers;
  body: Buffer;
  /** In place of a body: what goes on. */
  feed?: Feed | undefined;
}

const NOTHING = Buffer.alloc(0);
const always =
  <T>(value: T) =>
  () =>
    value;

/**
 * Remix behind Express. In place of its own adapter, because bodies and pages are small and whole here: a Buffer costs
 * a fraction of two streams, and the limit on a body's size holds before any code reads it.
 */
export function createRemix(build: Build, mode: string) {
  const handlerOf =
    typeof build === "function"
      ? always(createRequestHandler(async () => sealLoaders(await build()), mode))
      : byPath(sealLoaders(build), (routes) => createRequestHandler(routes, mode));

  async function answer(request: Request, context: AppLoadContext): Promise<Rendered> {
    const { status, headers, body } = await handlerOf(new URL(request.url).pathname)(request, context);
    if (context.feed) return { status, headers, body: NOTHING, feed: context.feed };
    return {
      status,
      headers,
      body: body ? Buffer.from(await new Response(body).arrayBuffer()) : Buffer.from(context.page ?? ""),
    };
  }

  async function render(req: ExpressRequest, res: ExpressResponse): Promise<Rendered> {
    const context = withLeft(contextOf(req, res));
    const hasBody = req.method !== "GET" && req.method !== "HEAD";
    const headers = new Headers();
    for (let i = 0; i + 1 < req.rawHeaders.length; i += 2) {
      const name = req.rawHeaders[i] as string;
      if (!name.startsWith(":")) headers.append(name, req.rawHeaders[i + 1] as string);
    }
    const body = hasBody ? await readBody(req) : null;
    let request: Request;
    try {
      request = new Request(context.url, {
        method: req.method,
        headers,
        body: body as Uint8Array<ArrayBuffer> | null,
      });
    } catch {
      throw new DomainError("invalid", "errors:not-a-form");
    }
    return answer(request, context);
  }

  /** The error page of what was refused before any route saw it, in the same frame as every other page. */
  async function renderRefusal(
    req: ExpressRequest,
    res: ExpressResponse,
    refused: DomainError,
  ): Promise<Rendered> {
    const context = Object.assign(withLeft(contextOf(req, res)), { refused });
    return answer(new Request(new URL("/", context.url)), context);
  }

  return { render, renderRefusal };
}
