export { plainText, shorten } from "./plain-text";
export type { ImportReport } from "./import-plan";
export { importRoadmap, ImportRefused } from "./import.server";
export { getLegalPage, saveLegalPage } from "./legal.server";
export { dropRoadmaps, getItemPage, getItemTexts, getRoadmap, listConsultations } from "./read.server";
export { foundWords, readSearch, searchRoadmap } from "./search.server";
