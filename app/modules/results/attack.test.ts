import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSuppressed, type Cell, type Figures } from "./cells";
import { ALL, cubeOf, lineCells, publicCells, type Cube, type Dimensions, type View } from "./cube";

/** A person, as far as counting goes: where, who, and through which channel they gave their vote and their stars. */
interface Person {
  region: string;
  stakeholder: string;
  vote: string;
  stars: string;
}

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const sizes = (regions: number, stakeholders: number, channels: number): Dimensions => ({
  regions: names("r", regions),
  stakeholders: names("s", stakeholders),
  channels: names("c", channels),
});

const matches = (pattern: string, value: string) => pattern === ALL || pattern === value;

function cubeFrom(people: readonly Person[], { regions, stakeholders, channels }: Dimensions): Cube {
  const rows = [ALL, ...regions].flatMap((region) =>
    [ALL, ...stakeholders].flatMap((stakeholder) =>
      [ALL, ...channels].map((channel) => {
        const here = people.filter(
          (person) => matches(region, person.region) && matches(stakeholder, person.stakeholder),
        );
        const votes = here.filter(({ vote }) => matches(channel, vote)).length;
        const stars = here.filter((person) => matches(channel, person.stars)).length;
        const participants = here.filter(
          (person) => matches(channel, person.vote) || matches(channel, person.stars),
        ).length;
        const counts = { participants, for: votes, mixed: 0, against: 0, comments: 0 };
        return {
          region,
          stakeholder,
          channel,
          ...counts,
          stars: [stars, 0, 0, 0, 0] as [number, number, number, number, number],
        };
      }),
    ),
  );
  return cubeOf(rows);
}

type Place = [region: string, stakeholder: string, channel: string];

/** Everything that the public can ask for, and what is answered. */
function published(
  cube: Cube,
  dimensions: Dimensions,
  threshold: number,
): { place: Place; figures: Figures }[] {
  const { stakeholders, channels } = dimensions;
  const views: View[] = [
    {},
    ...stakeholders.map((stakeholder) => ({ stakeholder })),
    ...channels.map((channel) => ({ channel })),
    ...stakeholders.flatMap((stakeholder) => channels.map((channel) => ({ stakeholder, channel }))),
  ];
  const answers: { place: Place; cell: Cell }[] = views.flatMap((view) => {
    const { total, byRegion } = publicCells(cube, view, dimensions, threshold);
    const [stakeholder, channel] = [view.stakeholder ?? ALL, view.channel ?? ALL];
    return Object.entries({ [ALL]: total, ...byRegion }).map(([region, cell]) => ({
      place: [region, stakeholder, channel] as Place,
      cell,
    }));
  });
  const lines = lineCells(cube, false, dimensions, threshold);
  for (const [stakeholder, cell] of Object.entries(lines.byStakeholder))
    answers.push({ place: [ALL, stakeholder, ALL], cell });
  for (const [channel, cell] of Object.entries(lines.byChannel))
    answers.push({ place: [ALL, ALL, channel], cell });
  return answers.flatMap(({ place, cell }) => (isSuppressed(cell) ? [] : [{ place, figures: cell }]));
}

/** What must stay unknown. Nobody's absence from a channel is a secret, and a whole smaller than the threshold is public. */
function secrets(cube: Cube, { regions, stakeholders, channels }: Dimensions, threshold: number): Place[] {
  const small = (places: Place[], from = 0) =>
    places.filter(
      (place) => cube.at(...place).participants < threshold && cube.at(...place).participants >= from,
    );
  if (cube.at(ALL, ALL, ALL).participants < threshold) return [];
  return [
    ...small(regions.map((region) => [region, ALL, ALL])),
    ...small(stakeholders.map((stakeholder) => [ALL, stakeholder, ALL])),
    ...small(
      regions.flatMap((region) => stakeholders.map((stakeholder): Place => [region, stakeholder, ALL])),
    ),
    ...small(
      regions.flatMap((region) => channels.map((channel): Place => [region, ALL, channel])),
      1,
    ),
  ];
}

/** Skewed, so that a few cells are large and most are not. */
const skewed = (values: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(values[0] ?? "") },
    { weight: 2, arbitrary: fc.constantFrom(...values.slice(0, 2)) },
    { weight: 3, arbitrary: fc.constantFrom(...values) },
  );
const crowd = (
  { regions, stakeholders, channels }: Dimensions,
  most: number,
  twoChannels: boolean,
): fc.Arbitrary<Person[]> => {
  const base = { region: skewed(regions), stakeholder: skewed(stakeholders), vote: skewed(channels) };
  const person = twoChannels
    ? // Which of the two came by which channel is all the same to the count of participants.
      fc.record({ ...base, stars: skewed(channels) }).map(({ vote, stars, ...rest }) => ({
        ...rest,
        vote: vote < stars ? vote : stars,
        stars: vote < stars ? stars : vote,
      }))
    : fc.record(base).map((rest) => ({ ...rest, stars: rest.vote }));
  return fc.array(person, { maxLength: most, size: "max" });
};

const PRIME = 1_000_003;

/** The attacker who adds and subtracts: whether a sum over places follows from published sums. Gauss, modulo a prime. */
function linearAttacker(dimensions: Dimensions, known: readonly Place[]): (place: Place) => boolean {
  const cells = dimensions.regions.flatMap((r) =>
    dimensions.stakeholders.flatMap((s) => dimensions.channels.map((c): Place => [r, s, c])),
  );
  const vector = (place: Place) =>
    cells.map((cell) => Number(cell.every((value, index) => matches(place[index] ?? ALL, value))));
  const basis: { pivot: number; row: number[] }[] = [];
  const reduce = (row: number[]) => {
    for (const { pivot, row: other } of basis) {
      const factor = row[pivot] ?? 0;
      if (factor !== 0)
        row = row.map((value, index) => (((value - factor * (other[index] ?? 0)) % PRIME) + PRIME) % PRIME);
    }
    return row;
  };
  for (const place of known) {
    const row = reduce(vector(place));
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) continue;
    const inverse = power(row[pivot] ?? 1, PRIME - 2);
    basis.push({ pivot, row: row.map((value) => Number((BigInt(value) * BigInt(inverse)) % BigInt(PRIME))) });
  }
  return (place) => reduce(vector(place)).every((value) => value === 0);
}

function power(base: number, exponent: number): number {
  let [result, factor] = [1n, BigInt(base)];
  for (let left = exponent; left > 0; left = Math.floor(left / 2), factor = (factor * factor) % BigInt(PRIME))
    if (left % 2 === 1) result = (result * factor) % BigInt(PRIME);
  return Number(result);
}

interface Sum {
  of: number[];
  is: number;
}

/**
 * The attacker who knows that people come in whole numbers: whether unknowns exist that are not negative, give every
 * published sum, and give `secret` another value than the true one.
 */
function anotherWorld(truth: readonly number[], sums: readonly Sum[], secret: readonly number[]): boolean {
  const order = [...secret, ...[...truth.keys()].filter((index) => !secret.includes(index))];
  const left = sums.map(({ is }) => is);
  const open = sums.map(({ of }) => of.length);
  const sumsOf = truth.map((_, unknown) => [...sums.keys()].filter((sum) => sums[sum]?.of.includes(unknown)));
  const trueSecret = secret.reduce((sum, unknown) => sum + (truth[unknown] ?? 0), 0);
  const search = (depth: number, secretSoFar: number): boolean => {
    if (depth === secret.length && secretSoFar === trueSecret) return false;
    const unknown = order[depth];
    if (unknown === undefined) return true;
    const mine = sumsOf[unknown] ?? [];
    const most = Math.min(...mine.map((sum) => left[sum] ?? 0));
    const least = Math.max(0, ...mine.filter((sum) => open[sum] === 1).map((sum) => left[sum] ?? 0));
    const near = truth[unknown] ?? 0;
    const values = Array.from(
      { length: Math.max(0, most - least + 1) },
      (_, index) => least + index,
    ).toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near));
    return values.some((value) => {
      const change = (sign: number) =>
        mine.forEach((sum) => {
          left[sum] = (left[sum] ?? 0) - sign * value;
          open[sum] = (open[sum] ?? 0) - sign;
        });
      change(1);
      const found = search(depth + 1, secretSoFar + (depth < secret.length ? value : 0));
      if (!found) change(-1);
      return found;
    });
  };
  return search(0, 0);
}

describe("an attacker who has every public figure of an item", () => {
  test("cannot add and subtract votes and stars to those of a small cell", () => {
    const dimensions = sizes(6, 4, 3);
    fc.assert(
      fc.property(crowd(dimensions, 250, true), (people) => {
        const cube = cubeFrom(people, dimensions);
        const known = published(cube, dimensions, 5).map(({ place }) => place);
        const follows = linearAttacker(dimensions, known);
        expect(secrets(cube, dimensions, 5).filter(follows)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test.each([
    ["one channel each", sizes(3, 3, 2), 24, false],
    ["some two channels", sizes(3, 1, 2), 16, true],
  ])(
    "cannot find the participants of a small cell by trying all that is possible: %s",
    (_what, dimensions, most, twoChannels) => {
      fc.assert(
        fc.property(
          crowd(dimensions, most, twoChannels),
          fc.integer({ min: 2, max: 4 }),
          (people, threshold) => {
            const cube = cubeFrom(people, dimensions);
            const kinds = dimensions.regions.flatMap((region) =>
              dimensions.stakeholders.flatMap((stakeholder) =>
                dimensions.channels.flatMap((vote) =>
                  dimensions.channels
                    .filter((stars) => (twoChannels ? stars >= vote : stars === vote))
                    .map((stars): Person => ({ region, stakeholder, vote, stars })),
                ),
              ),
            );
            const truth = kinds.map(
              (kind) =>
                people.filter((person) =>
                  Object.entries(kind).every(([key, value]) => person[key as keyof Person] === value),
                ).length,
            );
            const unknowns = ([region, stakeholder, channel]: Place) =>
              [...kinds.keys()].filter((index) => {
                const kind = kinds[index];
                return (
                  kind &&
                  matches(region, kind.region) &&
                  matches(stakeholder, kind.stakeholder) &&
                  (matches(channel, kind.vote) || matches(channel, kind.stars))
                );
              });
            const sums = published(cube, dimensions, threshold).map(({ place, figures }) => ({
              of: unknowns(place),
              is: figures.participants,
            }));
            for (const secret of secrets(cube, dimensions, threshold))
              expect([secret, anotherWorld(truth, sums, unknowns(secret))]).toEqual([secret, true]);
          },
        ),
        { numRuns: 120 },
      );
    },
    60_000,
  );

  test("would succeed if only the small cells were hidden", () => {
    const dimensions = sizes(3, 1, 1);
    const people = [9, 8, 2].flatMap((count, index) =>
      Array<Person>(count).fill({ region: `r${index}`, stakeholder: "s0", vote: "c0", stars: "c0" }),
    );
    const known: Place[] = [
      [ALL, ALL, ALL],
      ["r0", ALL, ALL],
      ["r1", ALL, ALL],
    ];
    expect(linearAttacker(dimensions, known)(["r2", ALL, ALL])).toBe(true);
    expect(
      published(cubeFrom(people, dimensions), dimensions, 5).map(({ place }) => place),
    ).not.toContainEqual(["r1", ALL, ALL]);
  });
});
