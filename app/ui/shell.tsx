import { createContext, useContext } from "react";
import type { Locale } from "~/platform/i18n";

/** What the shell of a page needs from its request, whether a loader ran or not. */
export interface Shell {
  locale: Locale;
  nonce: string;
  requestId: string;
  path: string;
  /** The address's query, with its question mark. */
  search: string;
  /** Whom to write to. */
  contact: string;
  /** Address of the module with the custom elements. */
  script: string;
}

export const ShellContext = createContext<Shell>({
  locale: "fr",
  nonce: "",
  requestId: "",
  path: "/",
  search: "",
  contact: "",
  script: "",
});
export const useShell = (): Shell => useContext(ShellContext);
