import type { ReactNode } from "react";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { Page, PageHead, Panel, Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import type { FormState } from "~/ui/form";

/** A page with one form, which posts to its own address unless told otherwise. */
export function FormPage({
  title,
  lead,
  form,
  action,
  submit,
  danger,
  before,
  after,
  children,
}: {
  title: string;
  lead?: ReactNode;
  form: FormState;
  action?: string;
  /** The button's words. */
  submit: string;
  danger?: boolean;
  /** Between the title and the form. */
  before?: ReactNode;
  /** After the form: where else to go. */
  after?: ReactNode;
  children?: ReactNode;
}) {
  const t = useT();
  return (
    <Page narrow>
      <Stack gap={5}>
        <PageHead title={title} />
        <ErrorSummary title={t("identity:problem")} errors={form.summary} />
        {before}
        {lead != null ? <p>{lead}</p> : null}
        <Panel>
          {/* Errors come from the server: in the page's language, all at once, and the same without JavaScript. */}
          <form method="post" action={action} noValidate>
            {children}
            <Button kind={danger ? "danger" : "primary"} wide>
              {submit}
            </Button>
          </form>
        </Panel>
        {after}
      </Stack>
    </Page>
  );
}

/** A page that says one thing, and where to go on. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page narrow>
      <Stack gap={5}>
        <PageHead title={title} />
        {children}
      </Stack>
    </Page>
  );
}

/** What waits for somebody to sign in, if anything. */
export type PendingKind = "typed" | "pressed" | null;

/** Says that what was done before signing in is safe. */
export function PendingNotice({ pending }: { pending: PendingKind }) {
  const t = useT();
  return pending ? <Notice kind="success">{t(`identity:pending.${pending}`)}</Notice> : null;
}

/** For a trial without a mail server: where the message is. */
export function MailNotice({ waits }: { waits: boolean }) {
  const t = useT();
  return waits ? <Notice>{t("identity:mailWaits")}</Notice> : null;
}
