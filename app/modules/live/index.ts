export { actSchema, type Act } from "./act";
export { localField, readAct } from "./act-form";
export type { AnswerFields } from "./answer";
export { choicesOf } from "./counting";
export type {
  LiveView,
  OwnAnswers,
  PollItem,
  PollPlace,
  PollQuestion,
  PollText,
  QuestionResults,
  QuestionView,
  ResultRow,
  Results,
  ScreenState,
  Snapshot,
} from "./poll";
export {
  questionnaireSchema,
  questionSchema,
  type QuestionDefinition,
  type Questionnaire,
} from "./questionnaire";
export { modeAt, parseCode, phaseAt, questionKey, questionView, spacedCode, viewOf } from "./rules";
export { stagesSchema, type StagesFile } from "./stages";
export type { Stage, StagePage, Testimony } from "./types";
export {
  AUDIENCES,
  CODE_LENGTH,
  DEFAULT_WORDS,
  MOST_TEXT,
  MOST_WORD,
  QUESTION_KINDS,
  type Audience,
  type LiveChannel,
  type Mode,
  type QuestionKind,
  type QuestionPhase,
  type TextStatus,
} from "./values";
export { readForm } from "./form";
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
  readStageForm,
  readTestimonyForm,
  stageFields,
  type StageFacts,
  type TestimonyFacts,
} from "./stage-form";
export { synthesisOf, type Ranked, type Synthesis, type ToldShare } from "./synthesis";
export { regionsOf, totalOf, type TourRegion, type TourStage, type TourTotal } from "./tour";
