export { isSuppressed, votesOf, type Cell, type Figures, type Headcount } from "./cells";
export { filterSchema, MEASURES, readFilter, SORTS, writeFilter, type Filter, type Measure } from "./filter";
export { measureOf, sortItems } from "./measures";
export { THRESHOLD } from "./suppression";
export type { Turnout } from "./turnout";
export type { ItemResults, RegionResults, ResultItem, Results, ResultsJson } from "./types";
