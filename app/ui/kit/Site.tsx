import type { ReactNode } from "react";
import { Icon } from "./Icon";

export interface NavLink {
  href: string;
  label: string;
  current?: boolean;
}

/** The first thing that the keyboard meets: straight to the content. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a className="skip-link" href="#main">
      {children}
    </a>
  );
}

// React 18 does not know these attributes of the browser's own popovers; it passes them through in lower case.
const opens = { popovertarget: "site-menu" };
const popover = { popover: "auto" };

/**
 * The top of every page. On a narrow screen the links fold behind a button: the browser's own
 * popover, so it needs no script; a browser that has none simply shows the links.
 */
export function SiteHeader({
  brand,
  home,
  links,
  label,
  menu,
  children,
}: {
  brand: ReactNode;
  home: { href: string; label: string };
  links: readonly NavLink[];
  label: string;
  menu: string;
  /** After the links: a language switch, sign-out. */
  children?: ReactNode;
}) {
  return (
    <header className="site">
      <div className="site__inner">
        <a className="brand" href={home.href} aria-label={home.label}>
          {brand}
        </a>
        <button className="site__menu" type="button" {...opens}>
          <Icon name="menu" /> {menu}
        </button>
        <nav className="site__nav" id="site-menu" aria-label={label} {...popover}>
          <Links links={links}>{children != null ? <li className="site__more">{children}</li> : null}</Links>
        </nav>
      </div>
    </header>
  );
}

function Links({ links, children }: { links: readonly NavLink[]; children?: ReactNode }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={link.current ? "page" : undefined}>
            {link.label}
          </a>
        </li>
      ))}
      {children}
    </ul>
  );
}

/** The bottom of every page: what a public site owes its readers. */
export function SiteFooter({
  links,
  label,
  children,
}: {
  links: readonly NavLink[];
  label: string;
  children?: ReactNode;
}) {
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        <nav aria-label={label}>
          <Links links={links} />
        </nav>
        {children}
      </div>
    </footer>
  );
}
