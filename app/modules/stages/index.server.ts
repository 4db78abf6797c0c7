export { importStages, type StagesReport } from "./import.server";
export {
  changeStage,
  createStage,
  deleteStage,
  listManagedStages,
  manageStage,
  type ManagedStage,
} from "./manage.server";
export { lockStage } from "./manage-store.server";
export { getStage, listStages, testimoniesOf } from "./read.server";
export { manageTestimonies, moveTestimony, removeTestimony, saveTestimony } from "./testimonies.server";
