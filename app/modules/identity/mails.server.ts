import { config } from "~/platform/config.server";
import { getT, type Locale } from "~/platform/i18n";
import { sendMail } from "~/platform/mail.server";

/** Where somebody stands, and in what language: what the links and words of a mail are made from. */
export interface Visitor {
  /** Such as https://participez.exemple.fr: the address that the browser asked for. */
  origin: string;
  locale: Locale;
}

/** Whether mail leaves this machine; else it waits in a folder, for a trial on a laptop. */
export const sendsMail = (): boolean => config().SMTP_URL !== undefined;

/**
 * The site's address for links in mail. A browser's word for it counts only while no mail leaves: whoever forges it
 * would have somebody else's secret link sent to a site of theirs.
 */
function site(visitor: Visitor): string {
  const { PUBLIC_URL, PORT } = config();
  const origin = PUBLIC_URL ?? (sendsMail() ? `http://localhost:${PORT}` : visitor.origin);
  return origin.replace(/\/+$/, "");
}

export type MailKind = "confirm" | "known" | "reset" | "unknown" | "passwordChanged";

/** Promises one of the texts of the catalogue, in the unit of work under way; each may use all of these links. */
export async function sendText(kind: MailKind, to: string, visitor: Visitor, token = ""): Promise<void> {
  const t = getT(visitor.locale);
  const base = site(visitor);
  const links = {
    site: base,
    confirm: `${base}/inscription/confirmer?jeton=${token}`,
    reset: `${base}/nouveau-mot-de-passe?jeton=${token}`,
    signIn: `${base}/connexion`,
    signUp: `${base}/inscription`,
    forgotten: `${base}/mot-de-passe-oublie`,
  };
  await sendMail({
    to,
    subject: t(`identity:mail.${kind}.subject`),
    text: t(`identity:mail.${kind}.text`, links),
  });
}
