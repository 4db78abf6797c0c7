import type { ComponentPropsWithoutRef } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./Icon";

interface Look {
  /** One `primary` per screen; `quiet` beside it; `plain` looks like a link; `danger` undoes something. */
  kind?: "primary" | "quiet" | "plain" | "danger";
  /** Fills its container. */
  wide?: boolean;
  icon?: IconName;
}

type ButtonProps = Look & Omit<ComponentPropsWithoutRef<"button">, "style">;
type ButtonLinkProps = Look & Omit<ComponentPropsWithoutRef<"a">, "style"> & { href: string };

function look({ kind = "primary", wide }: Look, className?: string) {
  return cx("button", `button--${kind}`, wide && "button--wide", className);
}

/** A button; it submits its form unless told otherwise. */
export function Button({ kind, wide, icon, className, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={look({ kind, wide }, className)}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </button>
  );
}

/** A link that leads to an act, drawn as a button. */
export function ButtonLink({ kind, wide, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={look({ kind, wide }, className)}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </a>
  );
}
