/** What the server answered to a form sent in the background. */
export interface Answer {
  status: number;
  url: string;
  page: Document | null;
}

/** No answer came: the network, not the server. */
export class Unreachable extends Error {}

const PATIENCE = 30_000;

/**
 * Posts a form and reads the page that comes back, redirects followed. XMLHttpRequest because it parses
 * the answer by itself: no string is ever turned into HTML here, and Trusted Types can stay closed.
 */
export function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Answer> {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open("POST", destination(form, submitter));
    request.responseType = "document";
    request.timeout = PATIENCE;
    request.setRequestHeader("Accept", "text/html");
    request.onload = () => resolve({ status: request.status, url: request.responseURL, page: page(request) });
    request.onerror = request.ontimeout = request.onabort = () => reject(new Unreachable());
    request.send(body(form, submitter));
  });
}

/** Where a submission goes: what the button says, else what the form says, else this page. */
export function destination(form: HTMLFormElement, submitter: HTMLElement | null): string {
  // why attributes: a field called "action" would hide the form's own property.
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  return new URL(action || location.href, document.baseURI).href;
}

function body(form: HTMLFormElement, submitter: HTMLElement | null): FormData | URLSearchParams {
  const fields = new FormData(form);
  if (submitter instanceof HTMLButtonElement && submitter.name)
    fields.append(submitter.name, submitter.value);
  if (form.enctype === "multipart/form-data") return fields;
  const pairs = [...fields].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return new URLSearchParams(pairs);
}

function page(request: XMLHttpRequest): Document | null {
  const answer: unknown = request.response;
  return answer instanceof Document && answer.querySelector("main") ? answer : null;
}
