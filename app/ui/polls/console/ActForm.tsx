import type { ReactNode } from "react";
import { Button } from "~/ui/kit/Button";
import { Hidden } from "~/ui/kit/Hidden";
import type { IconName } from "~/ui/kit/Icon";
import type { ActFields } from "./next-step";

export const consoleHref = (code: string): string => `/direct/${code}/regie`;

/** Where one question's results and texts stand, whatever is on the screens. */
export const EXAMINED = "question-choisie";
export const examinedHref = (code: string, ref: string): string =>
  `${consoleHref(code)}?question=${encodeURIComponent(ref)}#${EXAMINED}`;

export interface ActProps {
  fields: ActFields;
  children: ReactNode;
  kind?: "primary" | "quiet" | "plain" | "danger";
  /** Of the button: focus stays on it when its words change. */
  id?: string;
  icon?: IconName;
  wide?: boolean;
  /** What it is done to, for who hears the button alone. */
  about?: string;
}

/**
 * One act of an organiser: a form of a single button, which works without a script. It is posted to the page that it
 * stands on, so that a question being looked at still is afterwards.
 */
export function ActForm({ fields, children, kind = "quiet", id, icon, wide, about }: ActProps) {
  return (
    <form method="post" className="act">
      <Hidden fields={fields} />
      <Button kind={kind} id={id} icon={icon} wide={wide}>
        {children}
        {about ? <span className="visually-hidden"> {about}</span> : null}
      </Button>
    </form>
  );
}
