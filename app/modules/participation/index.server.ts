export { editComment, supportComment, withdrawComment, type CommentPlace } from "./comments.server";
export { giveOpinion, withdraw, type OpinionInput } from "./opinions.server";
export { forgetPending, keepPending, NOT_KEPT, opinionAddress, readPending, submitPending, type Submitted } from "./pending.server";
export { changeDisplayName, changeProfile, leave } from "./profile.server";
export { listComments, myContributions, myProgress, myVoice, readCommentPage, readDiscussion } from "./reading.server";
