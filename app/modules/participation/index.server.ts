export { editComment, supportComment, withdrawComment, type CommentPlace } from "./comments.server";
export { giveOpinion, withdraw, type OpinionInput } from "./opinions.server";
export { forgetPending, keepPending, NOT_KEPT, opinionAddress, readPending, submitPending, type Submitted } from "./pending.server";
export { changeDisplayName, changeProfile, leave } from "./profile.server";
export { listComments, myContributions, myProgress, myVoice, readCommentPage, readDiscussion } from "./reading.server";
export { canTransfer, COLUMNS, type Column, type ContributionRow } from "./contributions";
export { exportContributions, MODERATED } from "./export.server";
export { importContributions, type ImportInput, type ImportSummary, type Rejected } from "./import.server";
export { recount, type Difference, type Recount } from "./recount.server";
