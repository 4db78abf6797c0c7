export type ActAnswer = { kind: "done" } | { kind: "refused"; message: string } | { kind: "unreachable" };

/** Milliseconds that an answer may take. */
const PATIENCE = 10_000;

/** Posts a form in the background, and says how it went in the server's words. */
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
    const told: unknown = await answer.json().catch(() => null);
    return { kind: "refused", message: typeof told === "object" && told !== null && "message" in told ? String(told.message) : "" };
  } catch {
    return { kind: "unreachable" };
  }
}
