import { textField } from "./input";

/** Texts that a public site owes its readers; the address of each is its slug. */
export const LEGAL_SLUGS = ["accessibilite", "mentions-legales", "donnees-personnelles"] as const;
export type LegalSlug = (typeof LEGAL_SLUGS)[number];
export const isLegalSlug = (value: unknown): value is LegalSlug => LEGAL_SLUGS.includes(value as LegalSlug);

export interface LegalPage {
  slug: LegalSlug;
  locale: "fr" | "en";
  /** Markdown. */
  body: string;
  /** Null while the text is the one that comes with the software. */
  updatedAt: Date | null;
}

export const LEGAL_LIMIT = 50_000;

/** An edited text; empty brings back the one that comes with the software. */
export const legalBodySchema = textField(LEGAL_LIMIT);
