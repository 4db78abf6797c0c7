/** A list with one of its members a place further up (-1) or down (1); at the end of the way it stays. */
export function moved<T>(list: readonly T[], member: T, by: -1 | 1): T[] {
  const from = list.indexOf(member);
  const to = from + by;
  const other = list[to];
  if (from < 0 || other === undefined) return [...list];
  return list.map((each, index) => (index === to ? member : index === from ? other : each));
}
