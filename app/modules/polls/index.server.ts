export { answerQuestion } from "./answering.server";
export { control } from "./control.server";
export { exportAnswers } from "./export.server";
export { closePolls, watchPoll, type Watch } from "./hub.server";
export {
  exportQuestionnaire,
  importQuestionnaire,
  startFromAxes,
  startFromStage,
  type QuestionnaireReport,
} from "./import-questionnaire.server";
export {
  manageQuestionnaire,
  moveQuestion,
  removeQuestion,
  renameQuestionnaire,
  renewCode,
  renewScreenKey,
  saveQuestion,
} from "./manage-questionnaire.server";
export { deleteUnansweredStage, isAnswered, listManagedPolls, managePoll } from "./manage.server";
export { setRespondent } from "./profile.server";
export { checkScreenKey, pollResults, publicResults, readOwn, readPoll } from "./reading.server";
export { anonymiseRespondents } from "./retention-store.server";
export { supportText } from "./supporting.server";
export { takePost } from "./take.server";
export { getTour, openPollOf } from "./tour.server";
export type { Who } from "./who.server";
