import type { ReactNode } from "react";
import { useT } from "~/ui/i18n";
import { DraftKeeper, EnhancedForm } from "~/ui/kit/Enhanced";
import { draftTexts, sendingTexts } from "./texts";

/** A form in which somebody writes: kept as a draft, sent in the background; a plain form without JavaScript. */
export function WritingForm({
  action,
  store,
  children,
}: {
  action: string;
  store: string;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <EnhancedForm texts={sendingTexts(t)}>
      <DraftKeeper store={store} texts={draftTexts(t)}>
        {/* Errors come from the server: in the page's language, all at once, and the same without JavaScript. */}
        <form method="post" action={action} noValidate>
          {children}
        </form>
      </DraftKeeper>
    </EnhancedForm>
  );
}
