export { getStage, listStages, testimoniesOf } from "./read.server";
export { importStages, type StagesReport } from "./import.server";
export { answerQuestion, type AnswerInput } from "./answering.server";
export { control } from "./control.server";
export { closePolls, watchPoll, type Watch } from "./hub.server";
export { forgetRespondents } from "./retention-store.server";
export { setRespondent } from "./profile.server";
export { checkScreenKey, pollResults, publicResults, readOwn, readPoll } from "./reading.server";
export { supportText } from "./supporting.server";
export { takePost } from "./take.server";
export type { Who } from "./who.server";
export {
  changeStage,
  createStage,
  deleteStage,
  isAnswered,
  listManagedStages,
  manageStage,
  type ManagedStage,
} from "./manage.server";
export {
  manageTestimonies,
  moveTestimony,
  removeTestimony,
  saveTestimony,
} from "./manage-testimonies.server";
export {
  manageQuestionnaire,
  moveQuestion,
  removeQuestion,
  renameQuestionnaire,
  renewCode,
  renewScreenKey,
  saveQuestion,
} from "./manage-questionnaire.server";
export {
  exportQuestionnaire,
  importQuestionnaire,
  startFromAxes,
  startFromStage,
  type QuestionnaireReport,
} from "./import-questionnaire.server";
export { exportAnswers } from "./answers-export.server";
export { getTour, openPollOf } from "./tour.server";
