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
      "char-counter": Element<{
        for: string;
        max: number;
        left: string;
        over: string;
        "over-by-one": string;
        near?: number;
      }>;
      "rich-text": Element<EditorTexts>;
      "poll-console": Element<{ offline: string; failed: string }>;
      "poll-screen": Element<Record<never, never>>;
      "password-meter": Element<{ for: string; progress: string; ok: string; met: string }>;
      "poll-view": Element<{
        src: string;
        own?: string;
        lost?: string;
        question?: string;
        closed?: string;
        results?: string;
        over?: string;
      }>;
      "poll-answer": Element<{
        answer: string;
        about: string;
        /** Present for texts: each stands beside those before it. */
        many?: string;
        saved: string;
        sending: string;
        offline: string;
        failed: string;
      }>;
      "poll-support": Element<{ text: number; failed: string }>;
      "poll-ranking": Element<{ tap: string; placed: string }>;
      "poll-progress": Element<{ one: string; other: string }>;
      "poll-respondent": Element<{
        code: string;
        saved: string;
        failed: string;
        from: string;
        unsaid: string;
      }>;
      "poll-left": Element<{ refused: string; copy: string; chosen: string; gone: string; dismiss: string }>;
      "count-down": Element<{ until: number; now?: number }>;
    }
  }
}
