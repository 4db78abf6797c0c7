import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

export type NoticeKind = "info" | "success" | "warning" | "error";

export interface NoticeProps {
  kind?: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  /** `status` for what was just done, `alert` for what was just refused, none for what merely stands there. */
  role?: "status" | "alert";
  id?: string;
}

const ICONS: Record<NoticeKind, IconName> = {
  info: "info",
  success: "check",
  warning: "warning",
  error: "error",
};

/** A message: what happened, and what to do next. */
export function Notice({ kind = "info", title, children, role, id }: NoticeProps) {
  return (
    <div className={`notice notice--${kind}`} role={role} id={id} tabIndex={role ? -1 : undefined}>
      <Icon name={ICONS[kind]} />
      <div className="notice__body">
        {title != null ? <p className="notice__title">{title}</p> : null}
        {children != null ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
