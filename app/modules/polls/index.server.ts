export { answerQuestions } from "./answering.server";
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
export { checkScreenKey, pollResults, publicResults, readOwn, readPoll } from "./reading.server";
export { anonymiseRespondents } from "./retention-store.server";
export { POSTS_TOGETHER, takePost, takePosts } from "./take.server";
export { getTour, openPollOf } from "./tour.server";
export { respondentOf, type Who } from "./who.server";
