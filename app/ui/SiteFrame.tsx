import type { ReactNode } from "react";
import type { Ending } from "~/platform/i18n";
import { useLocale, useT } from "./i18n";
import { SiteFooter, SiteHeader, SkipLink } from "./kit/Site";
import { useShell } from "./shell";
import { Brand } from "./theme/Brand";

/** Header and footer of every page. */
export function SiteFrame({
  signedIn,
  staff,
  children,
}: {
  signedIn: boolean;
  staff: boolean;
  children: ReactNode;
}) {
  const t = useT();
  const locale = useLocale();
  const { path, search } = useShell();
  const link = (href: string, key: Ending<"common:">) => ({
    href,
    label: t(`common:${key}`),
    current: path === href,
  });
  const account = signedIn
    ? [link("/compte", "nav.account")]
    : [link("/connexion", "nav.sign-in"), link("/inscription", "nav.sign-up")];
  const staffLinks = staff ? [link("/gestion", "nav.staff")] : [];
  const other = locale === "fr" ? "en" : "fr";
  const query = new URLSearchParams(search);
  query.set("lang", other);
  return (
    <>
      <SkipLink>{t("common:skip")}</SkipLink>
      <SiteHeader
        brand={<Brand name="Concertation" />}
        home={{ href: "/", label: t("common:home") }}
        links={[link("/", "nav.consultations"), link("/direct", "nav.live"), ...staffLinks, ...account]}
        label={t("common:nav.label")}
        menu={t("common:nav.menu")}
      />
      {children}
      <SiteFooter
        label={t("common:footer.label")}
        links={[
          link("/accessibilite", "footer.accessibility"),
          link("/mentions-legales", "footer.legal"),
          link("/donnees-personnelles", "footer.privacy"),
          link("/plan-du-site", "footer.map"),
        ]}
      >
        <p>
          <a href={`${path}?${query}`} hrefLang={other} lang={other}>
            {t("common:footer.other-language")}
          </a>
        </p>
      </SiteFooter>
    </>
  );
}
