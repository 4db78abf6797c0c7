// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isTyping, keysWanted, wantKeys } from "../console/keys";
import { define } from "../dom";
import { CountDown } from "./count-down";
import { PollAnswer } from "./poll-answer";
import { PollLeft } from "./poll-left";
import { PollRanking } from "./poll-ranking";
import { PollSupport } from "./poll-support";
import { PollView } from "./poll-view";

define({
  "count-down": CountDown,
  "poll-answer": PollAnswer,
  "poll-left": PollLeft,
  "poll-ranking": PollRanking,
  "poll-support": PollSupport,
  "poll-view": PollView,
});

/** A post on its way; a test says what the server answers. */
const posts: FakeRequest[] = [];
class FakeRequest {
  body = "";
  status = 0;
  responseText = "";
  onload = () => {};
  onerror = () => {};
  open(): void {}
  abort(): void {}
  setRequestHeader(): void {}
  send(body: string): void {
    this.body = body;
    posts.push(this);
  }
  async answer(status: number, message = ""): Promise<void> {
    this.status = status;
    this.responseText = JSON.stringify({ message });
    this.onload();
    await vi.advanceTimersByTimeAsync(0);
  }
  async lose(): Promise<void> {
    this.onerror();
    await vi.advanceTimersByTimeAsync(0);
  }
}

/** The stream that a page follows; a test says what comes. */
let stream: FakeSource;
class FakeSource {
  onmessage: (event: { data: string; lastEventId: string }) => void = () => {};
  onerror = () => {};
  constructor(readonly src: string) {
    stream = this; // eslint-disable-line @typescript-eslint/no-this-alias -- the latest is the one that is followed
  }
  addEventListener(): void {}
  close(): void {}
  tell(moment: object): void {
    this.onmessage({ data: JSON.stringify({ now: Date.now(), results: null, ...moment }), lastEventId: "1" });
  }
}

beforeEach(() => {
  vi.useFakeTimers(); // why: clocks, pauses between tries
  vi.stubGlobal("XMLHttpRequest", FakeRequest); // why: there is no server here, its answers are what is tested
  vi.stubGlobal("EventSource", FakeSource); // why: as above, and jsdom has none
  Element.prototype.scrollIntoView = () => {}; // why: nothing has a height here
  posts.length = 0;
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector) as E;
const press = (selector: string) => find(selector).click();

describe("an answer", () => {
  let key = "";
  beforeEach(() => {
    key = `q${Math.random()}`;
    document.body.innerHTML = `<poll-left refused="Pas enregistré" gone="Question partie" dismiss="Effacer" chosen="Vous : {said}"></poll-left>
      <poll-answer answer="${key}" about="Question ?" saved="Enregistrée" sending="Envoi" offline="Hors ligne" failed="Échec">
        <p data-answer-state></p><ul data-said hidden></ul>
        <details open><summary hidden>Modifier</summary>
          <form action="/direct/ABC#f"><input type="hidden" name="question" value="q">
            <label><input type="radio" name="choice" value="a"><span data-label>Oui</span></label>
            <label><input type="radio" name="choice" value="b"><span data-label>Non</span></label>
            <button>Répondre</button></form></details>
      </poll-answer>`;
    find<HTMLInputElement>("[value=b]").checked = true;
  });
  const state = () => find("[data-answer-state]").textContent;

  test("is sent once, and shown in words when it is taken", async () => {
    press("form button");
    press("form button");
    expect([posts.map(({ body }) => body), state()]).toEqual([["question=q&choice=b"], "Envoi"]);
    await posts[0]?.answer(204);
    expect([state(), find("[data-said]").textContent, find("summary").hidden]).toEqual([
      "Enregistrée",
      "Non",
      false,
    ]);
    expect(find<HTMLDetailsElement>("details").open).toBe(false);
  });

  test("waits for the network, in a page that was opened again too", async () => {
    press("form button");
    await posts[0]?.lose();
    expect(state()).toBe("Hors ligne");
    const page = document.body.innerHTML;
    document.body.innerHTML = page;
    expect([find<HTMLInputElement>("[value=b]").checked, state()]).toEqual([true, "Envoi"]);
    await vi.advanceTimersByTimeAsync(1_300);
    await posts[1]?.answer(204);
    expect(state()).toBe("Enregistrée");
  });

  test("that is refused stands in its form again, with the reason", async () => {
    press("form button");
    await posts[0]?.answer(409, "Close.");
    expect([state(), find<HTMLDetailsElement>("details").open]).toEqual(["Close.", true]);
    expect(find("poll-left").textContent).toBe("");
  });

  test("whose question is gone when it is refused is told all the same", async () => {
    press("form button");
    find("poll-answer").remove();
    await posts[0]?.answer(409, "");
    expect(find("poll-left").textContent).toContain("Question partie");
    expect(find("poll-left").textContent).toContain("Vous : Non");
  });
});

test("support shows at once, and is taken back with the reason when it is refused", async () => {
  const id = String(Math.random());
  document.body.innerHTML = `<poll-support text="${id}" failed="Échec"><form action="/direct/ABC">
    <input type="hidden" name="on" value="1"><button aria-pressed="false">Soutenir</button></form>
    <span data-support-state></span></poll-support>`;
  press("button");
  expect([find("button").getAttribute("aria-pressed"), posts[0]?.body]).toEqual(["true", "on=1"]);
  await posts[0]?.answer(409, "Texte masqué.");
  expect(find("button").getAttribute("aria-pressed")).toBe("false");
  expect(find("[data-support-state]").textContent).toBe("Texte masqué.");
});

test("a ranking is tapped in order; one that is tapped again leaves its place, and the form holds it all", () => {
  const select = (place: number) =>
    `<select name="ranking" aria-label="${place}"><option value=""></option><option value="a">A</option><option value="b">B</option><option value="c">C</option></select>`;
  document.body.innerHTML = `<form><poll-ranking tap="Touchez" placed="en {place}"><div class="poll-ranking__places">${select(1)}${select(2)}</div></poll-ranking></form>`;
  const chosen = () => [...document.querySelectorAll("select")].map(({ value }) => value);
  expect(find(".poll-ranking__places").hidden).toBe(true);
  for (const value of ["c", "a", "b"]) press(`button[value=${value}]`);
  expect(chosen()).toEqual(["c", "a"]);
  expect(find("button[value=a]").textContent).toBe("2A, en 2");
  press("button[value=c]");
  expect(chosen()).toEqual(["a", ""]);
  expect(find("button[value=a]").getAttribute("aria-pressed")).toBe("true");
  expect(find("button[value=c]").getAttribute("aria-pressed")).toBe("false");
});

test("a count-down goes by the server's clock, until it is over", () => {
  const now = Date.now() + 60_000;
  document.body.innerHTML = `<count-down now="${now}" until="${now + 65_000}">jusqu’à midi</count-down>`;
  const told = () => [find("count-down").textContent, find("count-down").dataset.state];
  expect(told()).toEqual(["1:05", "far"]);
  vi.advanceTimersByTime(56_000);
  expect(told()).toEqual(["0:09", "near"]);
  vi.advanceTimersByTime(60_000);
  expect(told()).toEqual(["0:00", "near"]);
});

describe("a view of a poll", () => {
  beforeEach(() => {
    document.body.innerHTML = `<poll-view src="/direct/ABC/flux?vue=phone" lost="Perdue" question="Question : {title}" closed="Close">
      <p data-poll-state></p><p data-poll-announce></p><div data-poll><h1 tabindex="-1">Attente</h1></div></poll-view>`;
  });
  const open = (key: string) => ({
    state: "open",
    question: { key, title: key },
    html: `<h1 tabindex="-1">${key}</h1><button>Oui</button>`,
  });

  test("shows each moment that comes, and says aloud what changed", () => {
    stream.tell({ state: "waiting", html: "<h1>Attente</h1>" });
    expect(find("[data-poll-announce]").textContent).toBe("");
    stream.tell(open("Un"));
    expect([find("h1").textContent, find("[data-poll-announce]").textContent]).toEqual([
      "Un",
      "Question : Un",
    ]);
    stream.tell({ state: "closed", html: "<h1>Close</h1>" });
    expect(find("[data-poll-announce]").textContent).toBe("Close");
  });

  test("a finger that meant the last question does nothing to the next", () => {
    let pressed = 0;
    find("[data-poll]").addEventListener("click", () => (pressed += 1));
    stream.tell(open("Un"));
    stream.tell(open("Deux"));
    press("[data-poll] button");
    expect(pressed).toBe(0);
    vi.advanceTimersByTime(400);
    press("[data-poll] button");
    expect(pressed).toBe(1);
  });

  test("says that the line is lost, and no more once it is back", () => {
    stream.tell(open("Un"));
    window.dispatchEvent(new Event("offline"));
    expect([find("[data-poll-state]").textContent, find("poll-view").dataset.connection]).toEqual([
      "Perdue",
      "lost",
    ]);
    window.dispatchEvent(new Event("online"));
    stream.tell(open("Un"));
    expect([find("[data-poll-state]").textContent, find("poll-view").dataset.connection]).toEqual([
      "",
      "live",
    ]);
  });
});

test("keys of the console may be turned off on this device, and are a field's while one types", () => {
  expect(keysWanted()).toBe(true);
  wantKeys(false);
  expect(keysWanted()).toBe(false);
  wantKeys(true);
  expect(keysWanted()).toBe(true);
  document.body.innerHTML = `<textarea></textarea><input type="checkbox"><input><button></button>`;
  expect([...document.body.children].map(isTyping)).toEqual([true, false, true, false]);
});
