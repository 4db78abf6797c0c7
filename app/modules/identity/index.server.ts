export { deleteAccount, deleteExpired, holdIdleAccounts, updateProfile } from "./account.server";
export { listFailedJobs, retryFailedJobs, type FailedJob } from "./failed-jobs.server";
export { sendsMail, type Visitor } from "./mails.server";
export {
  changePassword,
  confirmPassword,
  requestPasswordReset,
  requireFreshProof,
  resetLinkStands,
  resetPassword,
} from "./passwords.server";
export {
  authenticate,
  recognise,
  signIn,
  signOut,
  signOutEverywhere,
  type Authenticated,
  type SessionTicket,
} from "./sessions.server";
export {
  confirmationAsksPassword,
  confirmSignUp,
  deleteSignUp,
  signUp,
  type Confirmed,
  type SignUpInput,
} from "./sign-up.server";
export { listenToRights } from "./grants-store.server";
export { createStaff, ensureAdministrator, revokeStaff, type FirstAdministrator } from "./staff.server";
