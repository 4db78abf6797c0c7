import type { Ending, Key } from "~/platform/i18n";
import { useT } from "./i18n";
import { ButtonLink } from "./kit/Button";
import { Cluster, Meta, Page, PageHead, Stack } from "./kit/Layout";
import { useShell } from "./shell";

/** Those that have a title. */
export type TitledStatus = Ending<"errors:title."> extends `${infer Status extends number}` ? Status : never;

/** What went wrong, what to do next, and a reference to quote. */
export function ErrorScreen({
  status,
  reason,
  values = {},
  requestId,
}: {
  status: TitledStatus;
  reason: Key;
  values?: Record<string, string | number>;
  requestId: string;
}) {
  const t = useT();
  const { contact } = useShell();
  const signIn = status === 401 || status === 403;
  return (
    <Page narrow>
      <Stack gap={5}>
        <PageHead title={t(`errors:title.${status}`)} />
        <p>{t(reason, values)}</p>
        <Cluster>
          {signIn ? <ButtonLink href="/connexion">{t("errors:next.sign-in")}</ButtonLink> : null}
          <ButtonLink href="/" kind={signIn ? "quiet" : "primary"}>
            {t("errors:next.home")}
          </ButtonLink>
          <ButtonLink href="/plan-du-site" kind="plain">
            {t("errors:next.map")}
          </ButtonLink>
        </Cluster>
        <Meta>
          {t("errors:next.contact")} <code>{requestId}</code> · <a href={`mailto:${contact}`}>{contact}</a>
        </Meta>
      </Stack>
    </Page>
  );
}
