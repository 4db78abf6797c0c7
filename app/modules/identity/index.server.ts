export { deleteAccount, forgetExpired, holdIdleAccounts, updateProfile } from "./account.server";
export { sendsMail, type Visitor } from "./mails.server";
export {
  changePassword,
  confirmPassword,
  requestPasswordReset,
  resetLinkStands,
  resetPassword,
} from "./passwords.server";
export {
  authenticate,
  signIn,
  signOut,
  signOutEverywhere,
  type Authenticated,
  type SessionTicket,
} from "./sessions.server";
export {
  confirmationAsksPassword,
  confirmSignUp,
  forgetSignUp,
  signUp,
  type Confirmed,
  type SignUpInput,
} from "./sign-up.server";
export { createStaff, ensureAdministrator, type FirstAdministrator } from "./staff.server";
