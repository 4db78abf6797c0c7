import {
  createRequestHandler,
  data,
  type EntryContext,
  type LoaderFunction,
  type ServerBuild,
} from "@remix-run/node";
import { expect, test } from "vitest";
import { openLoaderData, sealLoaders } from "./loader-data.server";

/** What the rendering of "/" is given, once its loader has run. */
async function given(
  loader: LoaderFunction,
): Promise<{ loaderData: Record<string, unknown>; encoded: string }> {
  let seen: EntryContext | undefined;
  const page = (_request: Request, status: number, headers: Headers, context: EntryContext) => {
    seen = context;
    return new Response(null, { status, headers });
  };
  const routes = { root: { id: "root", path: "", module: { default: () => null, loader } } };
  const build = {
    mode: "production",
    entry: { module: { default: page } },
    routes,
    assets: { routes: {} },
    future: { v3_singleFetch: true },
  };
  await createRequestHandler(
    sealLoaders(build as unknown as ServerBuild),
    "production",
  )(new Request("http://localhost/"));
  if (!seen) throw new Error("Nothing was rendered");
  return {
    loaderData: seen.staticHandlerContext.loaderData,
    encoded: await new Response(seen.serverHandoffStream).text(),
  };
}

test("a page gets what its loader returned, and nothing encodes it for a browser", async () => {
  const shown = { title: "Un texte", at: new Date(0), set: new Set([1]) };
  const { loaderData, encoded } = await given(() => shown);
  expect(encoded).toContain("loaderData");
  expect(encoded).not.toContain("Un texte");
  expect(openLoaderData(loaderData).root).toBe(shown);
});

test("what a loader says with a status, or by nothing, is as it was", async () => {
  expect(openLoaderData((await given(() => data({ title: "Trop long" }, 400))).loaderData).root).toEqual({
    title: "Trop long",
  });
  expect(openLoaderData((await given(() => null)).loaderData).root).toBeNull();
});
