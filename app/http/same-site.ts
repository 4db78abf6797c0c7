// Never resolved for real: an address that stays on it named no other host.
const NOWHERE = "http://nowhere.invalid";

/**
 * A path of this site, from what may be anything: where to go on after signing in. What leads elsewhere is null, with
 * the disguises that browsers see through: `//host`, `/\host`, a tab or a line break inside.
 */
export function sameSitePath(value: unknown): string | null {
  if (typeof value !== "string" || !value.startsWith("/") || value.length > 500) return null;
  try {
    const { origin, pathname, search, hash } = new URL(value, NOWHERE);
    // A path may itself begin with two slashes (`/.//host`), which the browser would read as a host.
    return origin === NOWHERE && !pathname.startsWith("//") ? pathname + search + hash : null;
  } catch {
    return null;
  }
}
