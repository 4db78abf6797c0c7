import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { DraftTexts, EditorTexts, SendingTexts } from "~/ui/kit/Enhanced";

// React 18 hands attributes of custom elements over as they are written: lower case, `class`.
type Element<Attributes> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Attributes & { class?: string };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "draft-keeper": Element<DraftTexts & { store: string }>;
      "draft-accepted": Element<{ submission?: string }>;
      "enhanced-form": Element<SendingTexts>;
      "char-counter": Element<{ for: string; max: number; left: string; over: string; "over-by-one": string; near?: number }>;
      "rich-text": Element<EditorTexts>;
      "password-meter": Element<{ for: string; progress: string; ok: string; met: string }>;
    }
  }
}
