/** What people said of an item, counted. The mean is of the distribution, rounded to four decimals; null when nobody rated. */
export interface Figures {
  participants: number;
  votes: { for: number; mixed: number; against: number };
  stars: { count: number; mean: number | null; distribution: [number, number, number, number, number] };
  comments: number;
}

/** A published figure, or the mark of one that would tell too much about too few people. */
export type Cell = Figures | { suppressed: true };

/** A number of participants, where nothing else is counted. */
export type Headcount = { participants: number } | { suppressed: true };

export const SUPPRESSED: { suppressed: true } = Object.freeze({ suppressed: true });

export const isSuppressed = (cell: Cell | Headcount): cell is { suppressed: true } => "suppressed" in cell;

/** The columns of a row of counts, as the database keeps them. */
export interface Counts {
  participants: number;
  for: number;
  mixed: number;
  against: number;
  stars: [number, number, number, number, number];
  comments: number;
}

export const NO_COUNTS: Counts = {
  participants: 0,
  for: 0,
  mixed: 0,
  against: 0,
  stars: [0, 0, 0, 0, 0],
  comments: 0,
};

/** The one definition of every published number: page, API, export and item page all read counts through here. */
export function figuresOf(counts: Counts): Figures {
  const count = counts.stars.reduce((sum, n) => sum + n, 0);
  const points = counts.stars.reduce((sum, n, index) => sum + n * (index + 1), 0);
  return {
    participants: counts.participants,
    votes: { for: counts.for, mixed: counts.mixed, against: counts.against },
    stars: {
      count,
      mean: count === 0 ? null : Math.round((points / count) * 10_000) / 10_000,
      distribution: [...counts.stars],
    },
    comments: counts.comments,
  };
}

export const votesOf = ({ votes }: Figures): number => votes.for + votes.mixed + votes.against;
