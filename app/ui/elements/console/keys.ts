const STORE = "concertation:raccourcis";

/** Whether keys press buttons; who speaks to their computer may not want that. On until turned off on this device. */
export function keysWanted(): boolean {
  try {
    return localStorage.getItem(STORE) !== "non";
  } catch {
    return true;
  }
}

export function wantKeys(wanted: boolean): void {
  try {
    if (wanted) localStorage.removeItem(STORE);
    else localStorage.setItem(STORE, "non");
  } catch {
    // Nothing is kept on this device: the keys stay as they are.
  }
}

/** Whether keys belong to a field just now. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
