import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./Icon";

/** A short state: open, closed, demonstration. */
export function Chip({
  children,
  tone = "accent",
  icon,
}: {
  children: ReactNode;
  tone?: "accent" | "quiet" | "star" | "against";
  icon?: IconName;
}) {
  return (
    <span className={cx("chip", `chip--${tone}`)}>
      {icon ? <Icon name={icon} size="small" /> : null}
      <span>{children}</span>
    </span>
  );
}
