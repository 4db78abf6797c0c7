export { one, readForm } from "./form";
export { readStageForm, readTestimonyForm, stageFields, zoneOf } from "./stage-form";
export type { Stage, StagePage, Testimony } from "./types";
