import { fill } from "../count";
import { make, makeButton, text } from "../dom";

interface Left {
  /** The question's words. */
  about: string;
  /** Empty: the question is gone. */
  why: string;
  said: readonly string[];
  /** Whether it was typed rather than chosen. */
  typed: boolean;
}

/**
 * `<poll-left refused copy chosen gone dismiss>`: what could not be delivered, and whose question is no longer on the page. Texts
 * stay here to be copied.
 */
export class PollLeft extends HTMLElement {
  leave({ about, why, said, typed }: Left): void {
    const notice = make("div", "notice notice--error poll-left");
    notice.setAttribute("role", "alert");
    const body = make("div", "notice__body");
    body.append(make("p", "notice__title", text(this, "refused")));
    if (about) body.append(make("p", "", about));
    body.append(make("p", "", why || text(this, "gone")));
    if (said.length > 0)
      body.append(
        typed
          ? copyOf(text(this, "copy"), said.join("\n"))
          : make("p", "", fill(text(this, "chosen"), { said: said.join(", ") })),
      );
    body.append(makeButton("button button--quiet", text(this, "dismiss"), () => notice.remove()));
    notice.append(body);
    this.append(notice);
  }
}

function copyOf(label: string, said: string): HTMLElement {
  const wrap = make("label", "field");
  const area = make("textarea", "field__input");
  area.readOnly = true;
  area.value = said;
  area.rows = 3;
  wrap.append(make("span", "field__label", label), area);
  return wrap;
}

/** Says on the page that something was not taken, where its own form can no longer. */
export function leave(left: Left): void {
  const place = document.querySelector("poll-left");
  if (place instanceof PollLeft) place.leave(left);
}
