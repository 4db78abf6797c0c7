import type { ReactNode } from "react";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { DraftAccepted } from "~/ui/kit/Enhanced";
import { Cluster } from "~/ui/kit/Layout";
import { MessagePage } from "./FormPage";

/** The last page of a session. Drops what this device kept of the person, for the sake of shared ones. */
export function SignedOut({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  return (
    <MessagePage title={title}>
      <p role="status">{children}</p>
      <DraftAccepted />
      <Cluster>
        <ButtonLink href="/">{t("identity:signOut.home")}</ButtonLink>
        <ButtonLink href="/connexion" kind="quiet">
          {t("identity:signIn.title")}
        </ButtonLink>
      </Cluster>
    </MessagePage>
  );
}
