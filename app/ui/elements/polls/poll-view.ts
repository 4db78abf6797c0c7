import { announcement } from "./announcement";
import { text } from "../dom";
import { learnTime } from "./clock";
import { fillList } from "./fill-list";
import { memory, recall } from "./memory";
import { Morph } from "./morph";
import { keepTyped } from "./typed";
import { Stream, type Moment } from "./stream";

/** Elements that put themselves right after a morph. */
const REFRESHED = "poll-answer, poll-support, poll-ranking, count-down";
/** Milliseconds during which a finger that meant the last question does nothing to the next. */
const GRACE = 400;
/** A stream that was silent for so long is opened anew when somebody looks again. */
const STALE = 20_000;

/**
 * `<poll-view src own? lost? question? closed? results? over?>` around `[data-poll]`: follows a poll. Says in
 * `[data-poll-state]` when it cannot, and in `[data-poll-announce]`, to who does not see the page, what came.
 */
export class PollView extends HTMLElement {
  #stream: Stream | null = null;
  #morph = new Morph();
  #shown: Moment | null = null;

  connectedCallback(): void {
    recall(this.getAttribute("own"));
    this.#stream = new Stream(text(this, "src"), {
      moment: (moment) => this.#show(moment),
      connected: (yes) => this.#say(yes),
    });
    this.#stream.open();
    window.addEventListener("online", this);
    window.addEventListener("offline", this);
    document.addEventListener("visibilitychange", this);
    this.addEventListener("click", this.#guard, true);
    this.addEventListener("submit", this.#guard, true);
  }

  disconnectedCallback(): void {
    this.#stream?.close();
    window.removeEventListener("online", this);
    window.removeEventListener("offline", this);
    document.removeEventListener("visibilitychange", this);
  }

  handleEvent(event: Event): void {
    if (event.type === "offline") this.#stream?.offline();
    else if (event.type === "online") this.#stream?.wake();
    else if (document.visibilityState === "visible") this.#stream?.wake(STALE);
  }

  #show(moment: Moment): void {
    const target = this.querySelector("[data-poll]");
    if (!target) return;
    const before = this.#shown;
    this.#shown = moment;
    learnTime(moment.now);
    const giveBack = keepTyped(target);
    const focused = target.contains(document.activeElement);
    this.#morph.apply(target, moment.html);
    refreshAll(this);
    giveBack();
    if (before?.state === "open" && before.question?.key !== moment.question?.key) this.#settle();
    if (focused && !target.contains(document.activeElement))
      target.querySelector<HTMLElement>("h1[tabindex]")?.focus({ preventScroll: true });
    const said = before && announcement(this, before, moment);
    const aloud = this.querySelector("[data-poll-announce]");
    if (said && aloud) aloud.textContent = said;
    this.dispatchEvent(new CustomEvent("poll-view:update", { detail: moment.view, bubbles: true }));
  }

  /** A form has just been replaced by another. */
  #settle(): void {
    this.setAttribute("data-settling", "");
    window.setTimeout(() => this.removeAttribute("data-settling"), GRACE);
  }

  /** The page has just changed under the finger: what it meant is no longer there. */
  #guard = (event: Event): void => {
    if (!this.hasAttribute("data-settling")) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #say(connected: boolean): void {
    const state = this.querySelector("[data-poll-state]");
    const words = connected ? "" : state ? text(this, "lost") || text(state, "data-lost") : "";
    if (state && state.textContent !== words) state.textContent = words;
    this.dataset.connection = connected ? "live" : "lost";
  }
}

function refreshAll(root: Element): void {
  for (const element of root.querySelectorAll(REFRESHED)) if (isRefreshed(element)) element.refresh();
  for (const own of root.querySelectorAll<HTMLElement>("[data-own]")) {
    const known = memory.answers.get(own.dataset.own ?? "");
    if (!known) continue;
    fillList(own.querySelector("[data-said]"), known.said);
    own.hidden = false;
  }
}

const isRefreshed = (element: Element): element is Element & { refresh(): void } =>
  "refresh" in element && typeof element.refresh === "function";
