export { localField, readAct } from "./act-form";
export type { Act } from "./act";
export type { AnswerFields } from "./answer";
export { choicesOf } from "./counting";
export type {
  OwnAnswers,
  PollItem,
  PollQuestion,
  PollText,
  PollView,
  QuestionResults,
  QuestionView,
  ResultRow,
  Results,
  Snapshot,
} from "./poll";
export {
  KINDS_WITH_MOST,
  KINDS_WITH_OPTIONS,
  KINDS_WITH_TEXTS,
  optionField,
  optionRows,
  questionFields,
  questionnaireTitle,
  readQuestionForm,
} from "./question-form";
export {
  questionnaireSchema,
  questionSchema,
  type QuestionDefinition,
  type Questionnaire,
} from "./questionnaire";
export { modeAt, parseCode, phaseAt, questionKey, questionView, spacedCode, viewOf } from "./rules";
export { synthesisOf, type Ranked, type Synthesis, type ToldShare } from "./synthesis";
export { regionsOf, totalOf, type TourRegion, type TourStage } from "./tour";
export {
  AUDIENCES,
  DEFAULT_WORDS,
  MOST_TEXT,
  QUESTION_KINDS,
  type Audience,
  type QuestionKind,
  type QuestionPhase,
} from "./values";
