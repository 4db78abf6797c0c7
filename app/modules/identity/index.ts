export {
  ANONYMOUS,
  OPERATOR,
  ROLES,
  type AccountActor,
  type Actor,
  type ActorSession,
  type Grant,
  type Role,
} from "./actor";
export { ACTS, authorise, can, type Scope, type StaffAct } from "./acts";
export {
  addressSchema,
  confirmationSchema,
  deletionSchema,
  displayNameSchema,
  emailSchema,
  newPasswordSchema,
  passwordChangeSchema,
  passwordResetSchema,
  profileSchema,
  signInSchema,
  signUpSchema,
  type Profile,
  type SignInFields,
  type SignUpFields,
} from "./fields";
export { passwordStrength, type PasswordStrength } from "./password";
export {
  findRegion,
  REGIONS,
  REGION_CODES,
  speakerOf,
  speakerSchema,
  STAKEHOLDERS,
  UNKNOWN,
  type Region,
} from "./regions";
