export { stagesSchema, type StagesFile } from "./stages";
export type { Stage, StagePage, Testimony } from "./types";
