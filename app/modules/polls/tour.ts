import { REGIONS, type Region } from "~/modules/identity";
import type { Stage } from "~/modules/stages";

/** What a stage gathered: testimonies, people who answered its poll, and their answers and texts. */
export interface StageFigures {
  readonly testimonies: number;
  readonly respondents: number;
  readonly answers: number;
}

export type TourStage = Stage & StageFigures;

/** One of the eighteen regions, with what its stages gathered. */
export interface TourRegion extends StageFigures {
  readonly region: Region;
  readonly stages: readonly TourStage[];
}

export interface TourTotal extends StageFigures {
  /** People in the rooms, where it is known. */
  readonly attendance: number;
  /** Some of these numbers are "more than": so is their sum. */
  readonly atLeast: boolean;
  /** Stages that tell how many came. */
  readonly counted: number;
}

const sum = <T>(list: readonly T[], of: (each: T) => number): number =>
  list.reduce((total, each) => total + of(each), 0);

const figuresOf = (stages: readonly StageFigures[]): StageFigures => ({
  testimonies: sum(stages, ({ testimonies }) => testimonies),
  respondents: sum(stages, ({ respondents }) => respondents),
  answers: sum(stages, ({ answers }) => answers),
});

/** The eighteen regions, those of a tour's stages and those still without one. */
export const regionsOf = (stages: readonly TourStage[]): TourRegion[] =>
  REGIONS.map((region) => {
    const here = stages.filter((stage) => stage.region === region.code);
    return { region, stages: here, ...figuresOf(here) };
  });

/** What a whole tour gathered. */
export function totalOf(stages: readonly TourStage[]): TourTotal {
  const told = stages.filter(({ attendance }) => attendance !== null);
  return {
    ...figuresOf(stages),
    attendance: sum(told, ({ attendance }) => attendance ?? 0),
    atLeast: told.some(({ attendanceQualifier }) => attendanceQualifier !== null),
    counted: told.length,
  };
}
