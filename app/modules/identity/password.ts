export interface PasswordStrength {
  ok: boolean;
  /** Characters as one sees them: a letter with its accents, in whatever script and however it was typed, is one. */
  length: number;
  /** Sorts of characters among lower case, upper case, digits, and all the rest. */
  classes: number;
  /** Different words. */
  words: number;
}

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}\p{M}]/u];
/** What stands on another character. Not all of it has a composed form, so normalising alone does not take it away. */
const MARKS = /\p{M}/gu;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The rule of the CNIL (2022): 12 characters of all four sorts, or 14 of three, or 7 words. A word that comes again
 * adds nothing, because it is no harder to guess.
 */
export function passwordStrength(password: string): PasswordStrength {
  const text = password.normalize("NFC");
  const length = [...text.replace(MARKS, "")].length;
  const classes = CLASSES.filter((sort) => sort.test(text)).length;
  const words = new Set(
    text
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => WORD.test(word)),
  ).size;
  const ok = (length >= 12 && classes === 4) || (length >= 14 && classes >= 3) || words >= 7;
  return { ok, length, classes, words };
}
