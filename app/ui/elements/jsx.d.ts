import type { DetailedHTMLProps, HTMLAttributes } from "react";

// React 18 hands attributes of custom elements over as they are written: lower case, `class`.
type Element<Attributes> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Attributes & { class?: string };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "draft-keeper": Element<{ store: string; kept: string; restored: string; discard: string }>;
      "draft-accepted": Element<{ submission?: string }>;
      "enhanced-form": Element<{ sending: string; offline: string; failed: string; resend: string }>;
      "char-counter": Element<{ for: string; max: number; left: string; over: string; "over-by-one": string; near?: number }>;
      "rich-text": Element<{
        toolbar: string;
        bold: string;
        italic: string;
        list: string;
        numbered: string;
        quote: string;
        link: string;
        address: string;
        apply: string;
        unlink: string;
      }>;
      "password-meter": Element<{ for: string; progress: string; ok: string; met: string }>;
    }
  }
}
