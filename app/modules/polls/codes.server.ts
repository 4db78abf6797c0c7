import { randomBytes, randomInt } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH } from "./values";

/** A code to join a poll; two polls may draw the same, the database says so. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");

/** 128 random bits: the secret of a projector's link. */
export const newScreenKey = (): string => randomBytes(16).toString("base64url");
