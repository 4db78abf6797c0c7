export { acceptedOf } from "./addresses";
export {
  commentIdSchema,
  commentSchema,
  normaliseText,
  opinionSchema,
  saysNothing,
  textProblem,
  type Opinion,
  type VoiceParts,
} from "./input";
export { canChangeComment, canReadHistory, canSupport, openParts } from "./policy";
export type { Pending } from "./pending";
export { RESULTS_PER_PAGE, type SearchHit, type SearchResults } from "./search";
export type { CommentPage, CommentThread, CommentView, MyContribution, MyVoice, OneComment } from "./types";
export {
  CHANNELS,
  COMMENT_SORTS,
  MOST_CHARACTERS,
  POSITIONS,
  REPLIES_PER_PAGE,
  REPLIES_SHOWN,
  STARS,
  THREADS_PER_PAGE,
  type Channel,
  type CommentSort,
  type Position,
} from "./values";
export {
  isCounted,
  isReadable,
  PUBLICATIONS,
  STANDINGS,
  type Mask,
  type Publication,
  type Standing,
} from "./visibility";
