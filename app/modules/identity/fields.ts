import { z } from "zod";
import { passwordStrength } from "./password";
import { speakerSchema } from "./regions";

/** No NUL, which PostgreSQL's text refuses, and no half of a surrogate pair, which UTF-8 cannot say. */
const isText = (text: string): boolean => !text.includes("\0") && !/\p{Surrogate}/u.test(text);

/**
 * What a name may not hold: control characters, marks that turn the direction of the text around it, and towers of
 * combining marks, which cover the lines above.
 */
const UNSHOWABLE = /[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]|\p{M}{5}/u;

/** Lower case, because a person who types capitals on a phone is the same person. */
export const emailSchema = z
  .string("identity:errors.email")
  .refine(isText, "identity:errors.email")
  .transform((text) => text.normalize("NFC").trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(254, { error: "identity:errors.email", abort: true })
      .pipe(z.email("identity:errors.email")),
  );

/** A password as it is typed to sign in. */
export const passwordSchema = z
  .string("identity:errors.passwordMissing")
  .min(1, { error: "identity:errors.passwordMissing", abort: true })
  .max(200, { error: "identity:errors.passwordLong", abort: true })
  .refine(isText, { error: "identity:errors.passwordCharacters", abort: true });

/** A password as it is chosen. */
export const newPasswordSchema = passwordSchema.refine(
  (password) => passwordStrength(password).ok,
  "identity:errors.passwordWeak",
);

/** A name to be shown beside what one writes; nothing given is `null`. */
export const displayNameSchema = z
  .string("identity:errors.displayName")
  .nullish()
  .transform((text) => (text ?? "").normalize("NFC").trim().replace(/ {2,}/g, " "))
  .pipe(
    z
      .string()
      .max(80, { error: "identity:errors.displayNameLong", abort: true })
      .refine((name) => !UNSHOWABLE.test(name), "identity:errors.displayName"),
  )
  .transform((name) => (name === "" ? null : name));

export const profileSchema = z.object({
  displayName: displayNameSchema,
  ...speakerSchema.shape,
});
export const signUpSchema = profileSchema.extend({ email: emailSchema, password: newPasswordSchema });
export const signInSchema = z.object({ email: emailSchema, password: passwordSchema });
export const addressSchema = z.object({ email: emailSchema });
export const passwordResetSchema = z.object({ password: newPasswordSchema });
export const passwordChangeSchema = z.object({
  currentPassword: passwordSchema,
  password: newPasswordSchema,
});
export const confirmationSchema = z.object({
  intent: z.string().optional(),
  password: passwordSchema.optional(),
});
export const deletionSchema = z.object({ currentPassword: passwordSchema });

export type Profile = z.infer<typeof profileSchema>;
export type SignUpFields = z.infer<typeof signUpSchema>;
export type SignInFields = z.infer<typeof signInSchema>;
