import { authorise, type Actor } from "~/modules/identity";
import { config } from "~/platform/config.server";
import { DomainError } from "~/platform/errors";
import { getT, type Locale } from "~/platform/i18n";
import { legalBodySchema, type LegalPage, type LegalSlug } from "./legal";
import * as en from "./legal/en";
import * as fr from "./legal/fr";
import { problemsOf } from "./input";
import { shortLived } from "~/platform/short-lived.server";
import { findLegalText, saveLegalText, unitOfWork } from "./store.server";

const TEXTS: Record<Locale, Record<LegalSlug, string>> = { fr: fr.texts, en: en.texts };

const edited = shortLived((key) => {
  const [slug = "", locale = ""] = key.split(" ");
  return findLegalText(slug, locale);
});

/** A text that the site owes: as it was edited, else as it comes with the software. */
export async function getLegalPage(slug: LegalSlug, locale: Locale): Promise<LegalPage> {
  const kept = await edited.get(`${slug} ${locale}`);
  if (kept) return { slug, locale, ...kept };
  const { CONTACT_EMAIL, RETENTION_MONTHS } = config();
  const retention = getT(locale)(
    RETENTION_MONTHS === undefined ? "legal:retention.unset" : "legal:retention.set",
    { count: RETENTION_MONTHS ?? 0 },
  );
  const body = TEXTS[locale][slug]
    .replaceAll("{contact}", CONTACT_EMAIL)
    .replaceAll("{retention}", retention);
  return { slug, locale, body, updatedAt: null };
}

/**
 * Replaces a text; an empty one brings back the one that comes with the software.
 * @throws DomainError forbidden, invalid.
 */
export async function saveLegalPage(
  actor: Actor,
  input: { slug: LegalSlug; locale: Locale; body: string },
): Promise<void> {
  authorise(actor, "legal.edit", "all");
  const body = legalBodySchema.safeParse(input.body);
  if (!body.success) {
    const [problem] = problemsOf(body.error);
    throw new DomainError("invalid", problem?.reason ?? "consultation:input.wrong", problem?.values);
  }
  const text = body.data;
  await unitOfWork((_, afterCommit) => {
    afterCommit(edited.drop);
    return saveLegalText(input.slug, input.locale, text);
  });
}
