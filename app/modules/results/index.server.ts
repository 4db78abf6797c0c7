export { resultsCsv, resultsJson } from "./open-data.server";
export { countParticipants, getItemFigures, getRegionResults, getResults } from "./read.server";
