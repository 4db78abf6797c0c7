import type { ServerBuild } from "@remix-run/node";

/** Static segments of a route's path in lower case, as Remix compares them; null where anything may stand. */
type Pattern = (string | null)[];

interface Branch {
  /** The route and all below it. */
  ids: string[];
  pattern: Pattern;
  /** Only paths of that many segments are its own. */
  exact: boolean;
}

function branchesOf({ routes }: ServerBuild): Branch[] {
  const all = Object.values(routes);
  const below = (id: string): string[] => [
    id,
    ...all.filter(({ parentId }) => parentId === id).flatMap((route) => below(route.id)),
  ];
  return all
    .filter(({ parentId }) => parentId === "root")
    .map(({ id, path = "" }) => {
      const ids = below(id);
      const segments = path.toLowerCase().split("/").filter(Boolean);
      // Whatever follows a segment that may be left out, or that takes the rest, can stand anywhere.
      const open = segments.findIndex((segment) => segment === "*" || segment.endsWith("?"));
      const pattern = segments
        .slice(0, open < 0 ? undefined : open)
        .map((segment) => (segment.startsWith(":") ? null : segment));
      return { ids, pattern, exact: open < 0 && ids.length === 1 };
    });
}

const couldMatch = ({ pattern, exact }: Branch, path: Pattern): boolean =>
  (exact ? path.length === pattern.length : path.length >= pattern.length) &&
  pattern.every((segment, index) => segment === null || segment === path[index]);

/**
 * For a path, what `make` makes of the routes that could match it. Remix ranks all the routes it was given three times
 * a request; of a few it is done at once, and which of them answers stays its decision.
 */
export function byPath<T>(build: ServerBuild, make: (build: ServerBuild) => T): (pathname: string) => T {
  const branches = branchesOf(build);
  const whole = make(build);
  const made = new Map<string, T>();

  function makeOf(ids: string[]): T {
    const only = <R>(routes: Record<string, R>) =>
      Object.fromEntries(Object.entries(routes).filter(([id]) => id === "root" || ids.includes(id)));
    return make({
      ...build,
      routes: only(build.routes),
      assets: { ...build.assets, routes: only(build.assets.routes) },
    });
  }

  return (pathname) => {
    // Encoded letters, and the addresses of Remix's own browser runtime.
    if (/%|\.data$|^\/__manifest/.test(pathname)) return whole;
    const path = pathname.toLowerCase().split("/").filter(Boolean);
    const ids = branches.filter((branch) => couldMatch(branch, path)).flatMap((branch) => branch.ids);
    const key = ids.join();
    const known = made.get(key) ?? makeOf(ids);
    made.set(key, known);
    return known;
  };
}
