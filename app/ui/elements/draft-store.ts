/** What one field held, and what the server had put in it at that time. */
export interface DraftField {
  value: string;
  base: string;
}

export type DraftFields = Record<string, DraftField>;

interface Draft {
  at: number;
  fields: DraftFields;
  /** Of the form that held it last: the server says which submission it took. */
  submission?: string;
}

const PREFIX = "concertation:draft:";
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Drafts on this device. A browser that keeps nothing (private window, full disk) makes all of this silent. */
export const drafts = {
  read(store: string): DraftFields | null {
    try {
      return parse(localStorage.getItem(PREFIX + store), Date.now());
    } catch {
      return null;
    }
  },

  write(store: string, fields: DraftFields, submission: string): boolean {
    if (Object.keys(fields).length === 0) return drafts.drop(store);
    try {
      localStorage.setItem(
        PREFIX + store,
        JSON.stringify({ at: Date.now(), fields, submission } satisfies Draft),
      );
      return true;
    } catch {
      return false;
    }
  },

  /** Always answers false: nothing is kept any more. */
  drop(store: string): false {
    try {
      localStorage.removeItem(PREFIX + store);
    } catch {
      return false;
    }
    return false;
  },

  /** Drops the draft that was sent as `submission`, wherever it was written; all of them without one. */
  accept(submission: string | null): void {
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(PREFIX)) continue;
        if (submission === null || wasSentAs(localStorage.getItem(key), submission))
          localStorage.removeItem(key);
      }
    } catch {
      return;
    }
  },
};

/** Whether a stored draft belongs to the form that was sent as `submission`. */
export function wasSentAs(stored: string | null, submission: string): boolean {
  if (!stored) return false;
  const draft: unknown = JSON.parse(stored);
  return isRecord(draft) && draft.submission === submission;
}

/** Reads what was stored; anything odd or older than a week is no draft. */
export function parse(stored: string | null, now: number): DraftFields | null {
  if (!stored) return null;
  const draft: unknown = JSON.parse(stored);
  if (!isRecord(draft) || typeof draft.at !== "number" || now - draft.at > WEEK || !isRecord(draft.fields))
    return null;
  const fields = Object.entries(draft.fields).filter((entry): entry is [string, DraftField] =>
    isField(entry[1]),
  );
  return fields.length > 0 ? Object.fromEntries(fields) : null;
}

/**
 * Whether a kept value may go back into its field: the field is as the server sent it, and the server
 * either sent nothing or still sends what the person had started from.
 */
export function mayRestore(kept: DraftField, field: { value: string; initial: string }): boolean {
  if (field.value !== field.initial || field.value === kept.value) return false;
  return field.initial === "" || field.initial === kept.base;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isField(value: unknown): value is DraftField {
  return isRecord(value) && typeof value.value === "string" && typeof value.base === "string";
}
