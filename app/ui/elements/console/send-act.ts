import { gist } from "../swap";

export type ActAnswer = { kind: "done" } | { kind: "refused"; message: string } | { kind: "unreachable" };

/** Milliseconds that an answer may take. */
const PATIENCE = 10_000;

/** Posts a form in the background; a refusal is said in the words of the page that a browser would have been shown. */
export async function sendAct(form: HTMLFormElement): Promise<ActAnswer> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  try {
    const answer = await fetch(form.action.split("#")[0] ?? "", {
      method: "POST",
      body: fields,
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.ok) return { kind: "done" };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { kind: "refused", message: page.querySelector("[data-refused]")?.textContent || gist(page) };
  } catch {
    return { kind: "unreachable" };
  }
}
