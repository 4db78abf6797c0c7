export { editComment, supportComment, withdrawComment, type CommentPlace } from "./comments.server";
export {
  giveOpinion,
  OPINIONS_TOGETHER,
  takeOpinions,
  withdraw,
  type OpinionInput,
  type OpinionPost,
} from "./opinions.server";
export { commentAddress, editedAddress, itemAddress, savedAddress, withdrawnAddress } from "./addresses";
export {
  deleteExpiredPending,
  deletePending,
  keepPending,
  NOT_KEPT,
  pendingKind,
  readPending,
  submitPending,
  type Submitted,
} from "./pending.server";
export { changeProfile, leave } from "./profile.server";
export {
  listComments,
  myContributions,
  myProgress,
  myVoice,
  readCommentPage,
  readDiscussion,
} from "./reading.server";
export { asCell, COLUMNS, type Column, type ContributionRow } from "./contributions";
export { exportContributions, MODERATED } from "./export.server";
export { importContributions, type ImportInput, type ImportSummary, type Rejected } from "./import.server";
export { searchConsultation } from "./search.server";
export { anonymisePast } from "./retention.server";
export { recount, type Difference, type Recount } from "./recount.server";
export {
  givePollVoices,
  movePollVoices,
  whileCounting,
  takePollVoices,
  type PollVoice,
  type PollVoter,
  type TakenVoice,
} from "./room-store.server";
export { judgeComment } from "./comments-store.server";
export { fillDemonstration, type Demonstration } from "./demonstration.server";
