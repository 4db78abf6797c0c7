import { isRecord } from "./memory";
import type { UnsentPost } from "./unsent";

/** What the server said of a post; `message` is in the reader's language, or empty. */
export interface Receipt {
  readonly status: number;
  readonly message: string;
}

const PATIENCE = 15_000;

/** Posts a post; rejects when the network does not carry it. XMLHttpRequest, because it gives up by itself on old phones too. */
export function deliver({ url, fields }: UnsentPost): Promise<Receipt> {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    const body = new URLSearchParams();
    for (const [name, value] of fields) body.append(name, value);
    request.open("POST", url);
    request.timeout = PATIENCE;
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    request.onload = () => resolve({ status: request.status, message: messageOf(request.responseText) });
    request.onerror = request.ontimeout = request.onabort = () => reject(new Error("unreachable"));
    request.send(body.toString());
  });
}

function messageOf(answer: string): string {
  try {
    const read: unknown = JSON.parse(answer);
    return isRecord(read) && typeof read.message === "string" ? read.message : "";
  } catch {
    return "";
  }
}
