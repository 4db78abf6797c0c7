import { useT } from "~/ui/i18n";
import { Button, ButtonLink } from "~/ui/kit/Button";
import { Cluster, Stack } from "~/ui/kit/Layout";

/** The ways out of an account: another password, this device, every device, for good. */
export function AccountSecurity() {
  const t = useT();
  return (
    <Stack as="section" gap={4} labelledBy="security">
      <h2 id="security">{t("identity:account.securityTitle")}</h2>
      <Cluster>
        <ButtonLink href="/compte/mot-de-passe" kind="quiet">
          {t("identity:account.changePassword")}
        </ButtonLink>
        <form method="post" action="/deconnexion">
          <Button kind="quiet">{t("identity:account.signOut")}</Button>
        </form>
      </Cluster>
      <p>{t("identity:account.everywhereText")}</p>
      <form method="post" action="/compte/deconnexion-partout">
        <Button kind="quiet">{t("identity:account.everywhere")}</Button>
      </form>
      <p>
        <a className="page-link" href="/compte/supprimer">
          {t("identity:account.deleteLink")}
        </a>
      </p>
    </Stack>
  );
}
