export { resultsCsv, resultsJson } from "./open-data.server";
export { getItemFigures, getRegionResults, getResults } from "./read.server";
