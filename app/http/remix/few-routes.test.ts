import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byPath } from "./few-routes.server";

type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** [id, path, parent]: index routes end with "/". */
const ROUTES = [
  ["home", "/"],
  ["all", "concertations/"],
  ["one", "concertations/:slug/"],
  ["item", "concertations/:slug/:ref"],
  ["results", "concertations/:slug/resultats/"],
  ["csv", "concertations/:slug/resultats.csv"],
  ["comment", "concertations/:slug/:ref/commentaires/:id"],
  ["account", "compte"],
  ["legal", ":legal"],
  ["none", "*"],
  ["desk", "gestion"],
  ["desk-home", "/", "desk"],
  ["desk-page", "pages/:slug", "desk"],
  ["desk-rest", "journal/*", "desk"],
  ["maybe", "aide/:sujet?"],
  ["frame", ""],
  ["framed", "presse", "frame"],
] as const;

const manifest = Object.fromEntries(
  [["root", ""] as const, ...ROUTES].map(([id, path, parentId = id === "root" ? undefined : "root"]) => [
    id,
    { id, parentId, path: path.replace(/\/$/, "") || undefined, index: path.endsWith("/"), module: {} },
  ]),
);
const build = { routes: manifest, assets: { routes: manifest } } as unknown as ServerBuild;

const treeOf = ({ routes }: ServerBuild, parent?: string): RouteObject[] =>
  Object.values(routes)
    .filter(({ parentId }) => parentId === parent)
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: treeOf({ routes } as ServerBuild, id) },
    );

const answering = (routes: RouteObject[], pathname: string) =>
  matchRoutes(routes, { pathname })?.map(({ route, params }) => [route.id, params]);

describe("byPath", () => {
  const trees = byPath(build, (some) => treeOf(some));
  const whole = treeOf(build);

  test("the route that answers, and what it reads in the path, are the same as among all routes", () => {
    const segment = fc.constantFrom(
      "concertations",
      "Concertations",
      "dgos",
      "resultats",
      "RESULTATS.csv",
      "commentaires",
      "12",
      "compte",
      "gestion",
      "pages",
      "journal",
      "aide",
      "presse",
      "",
      "%63ompte",
      "caf%C3%A9",
      "a%2Fb",
      "x.data",
      "..",
      ".",
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), fc.constantFrom("", "/"), (segments, end) => {
        const pathname = `/${segments.join("/")}${end}`;
        expect(answering(trees(pathname), pathname)).toEqual(answering(whole, pathname));
      }),
      { numRuns: 500 },
    );
  });

  test("a page is looked for among few", () => {
    const count = (routes: RouteObject[]): number =>
      routes.reduce((sum, { children = [] }) => sum + 1 + count(children), 0);
    expect(count(trees("/concertations/dgos/action-1"))).toBeLessThan(8);
    expect(trees("/concertations/dgos/action-1")).toBe(trees("/concertations/autre/action-2"));
  });
});
