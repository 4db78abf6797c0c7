import { expect, test } from "vitest";
import { ANONYMOUS, OPERATOR, type Actor } from "~/modules/identity";
import { DomainError } from "~/platform/errors";
import type { AppContext } from "./context.server";
import { openData, openJson } from "./open-data.server";

// why: a context is built from an Express request; open data reads these three of it and nothing else.
const context = (actor: Actor = ANONYMOUS) =>
  ({ actor: async () => actor, locale: "fr", requestId: "r1" }) as unknown as AppContext;
const ask = (headers: Record<string, string> = {}) => new Request("http://localhost/api", { headers });

test("open data says its licence, may be read from any site, and is not sent twice", async () => {
  const first = await openJson(ask(), context(), async () => ({ answer: 42 }));
  expect(await first.json()).toEqual({ answer: 42 });
  expect(first.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(first.headers.get("Link")).toMatch(/licence-ouverte.*rel="license"/);
  expect(first.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
  const etag = first.headers.get("ETag") ?? "";
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
    const again = await openJson(ask({ "If-None-Match": known }), context(), async () => ({ answer: 42 }));
    expect([again.status, await again.text()]).toEqual([304, ""]);
  }
  expect(
    (await openJson(ask({ "If-None-Match": etag }), context(), async () => ({ answer: 43 }))).status,
  ).toBe(200);
});

test("what staff see is kept nowhere", async () => {
  const { headers } = await openJson(ask(), context(OPERATOR), async () => ({}));
  expect([headers.get("Cache-Control"), headers.get("ETag")]).toEqual(["no-store", null]);
});

test("a file has a name", async () => {
  const { headers } = await openData(ask(), context(), async () => ({
    body: "a;b",
    type: "text/csv; charset=utf-8",
    filename: "resultats.csv",
  }));
  expect(headers.get("Content-Disposition")).toBe('attachment; filename="resultats.csv"');
});

test("a refusal is a problem detail with its status, a sentence and the request id", async () => {
  const response = await openJson(ask(), context(), () =>
    Promise.reject(new DomainError("not-found", "errors:page-not-found")),
  );
  expect(response.status).toBe(404);
  expect(response.headers.get("Content-Type")).toMatch("application/problem+json");
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(await response.json()).toMatchObject({ status: 404, title: "Page introuvable", requestId: "r1" });
  await expect(openJson(ask(), context(), () => Promise.reject(new Error("bug")))).rejects.toThrow("bug");
});
