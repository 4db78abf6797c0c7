import { hash as digest, randomBytes, randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { passwordStrength } from "./password";

// OWASP's first choice for argon2id; Argon2id is this library's default.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Two keyboards may write the same accented letter in two ways.
const canonical = (password: string) => password.normalize("NFC");

export const hashPassword = (password: string): Promise<string> => hash(canonical(password), COST);

let decoy: Promise<string> | undefined;

/** Whether the password is the one behind the hash. No hash takes as long as a wrong password, and is always false. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const nobody = await decoy;
  // A stored text that is no argon2 hash (an account brought in by hand) is matched by no password.
  const matches = await verify(passwordHash ?? nobody, canonical(password)).catch(() => false);
  return matches && passwordHash !== null;
}

const TOKEN = /^[\w-]{43}$/;

/** Whether a text may be one of our secrets: what cannot be is not looked up. */
export const isToken = (text: string): boolean => TOKEN.test(text);

/** What is kept of a secret: a stolen table opens nothing. No salt, because 256 random bits need none. */
export const tokenHash = (token: string): string => digest("sha256", token);

/** A secret of 32 random bytes, fit for a cookie or a link. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: tokenHash(token) };
}

// Without 0 O 1 l I, which are read aloud wrongly.
const LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A password to be handed over once, such as 4hKx-…: strong by our own rule, and easy to copy by hand. */
export function newPassword(): string {
  for (;;) {
    const groups = Array.from({ length: 5 }, () =>
      Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
    );
    const password = groups.join("-");
    if (passwordStrength(password).classes === 4) return password;
  }
}
