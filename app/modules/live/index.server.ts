export { getStage, listStages, testimoniesOf } from "./read.server";
export { importStages, type StagesReport } from "./import.server";
