export { commentIdSchema, commentSchema, countCharacters, normaliseText, opinionSchema, saysNothing, textProblem, type Opinion, type VoiceParts } from "./input";
export { canChangeComment, canGiveOpinion, canSupport, openParts, takesOpinions } from "./policy";
export type { CommentPage, CommentThread, CommentView, MyContribution, MyVoice, OneComment, PendingOpinion } from "./types";
export {
  CHANNELS, COMMENT_SORTS, COMMENT_STATUSES, MOST_CHARACTERS, POSITIONS, REPLIES_PER_PAGE, REPLIES_SHOWN, STARS, THREADS_PER_PAGE,
  type Channel, type CommentSort, type CommentStatus, type Position,
} from "./values";
