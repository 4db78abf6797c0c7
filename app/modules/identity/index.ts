export { ANONYMOUS, isStaff, OPERATOR, ROLES, type AccountActor, type Actor, type Role } from "./actor";
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
  type PasswordChange,
  type Profile,
  type SignInFields,
  type SignUpFields,
} from "./fields";
export { passwordStrength, type PasswordStrength } from "./password";
export { canAppointStaff } from "./policy";
export {
  findRegion,
  REGIONS,
  REGION_CODES,
  regionSchema,
  STAKEHOLDERS,
  stakeholderSchema,
  UNKNOWN,
  type Region,
} from "./regions";
