import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  /** The addresses in the text, in order. */
  links: string[];
}

/**
 * The newest message to `to` in the outbox of `dataDir` that satisfies `matching`; waits for it, and throws after
 * `patience` milliseconds.
 */
export async function lastMail(
  dataDir: string,
  to: string,
  {
    matching = () => true,
    patience = 30_000,
  }: { matching?: (mail: ReceivedMail) => boolean; patience?: number } = {},
): Promise<ReceivedMail> {
  for (const deadline = Date.now() + patience; ; await sleep(50)) {
    const found = allMail(dataDir).findLast((mail) => mail.to === to && matching(mail));
    if (found) return found;
    if (Date.now() > deadline) {
      const subjects = allMail(dataDir).map((mail) => `${mail.to}: ${mail.subject}`);
      throw new Error(`No such mail to ${to}. In the outbox:\n${subjects.join("\n") || "nothing"}`);
    }
  }
}

/** Every message in the outbox, oldest first (a file's name begins with the instant of sending). */
export function allMail(dataDir: string): ReceivedMail[] {
  const outbox = path.join(dataDir, "outbox");
  if (!fs.existsSync(outbox)) return [];
  const files = fs
    .readdirSync(outbox)
    .filter((name) => name.endsWith(".eml"))
    .sort();
  return files.map((name) => parseMail(fs.readFileSync(path.join(outbox, name), "latin1")));
}

/** Reads a plain text message as nodemailer writes it. `raw` holds one character per byte. */
export function parseMail(raw: string): ReceivedMail {
  const [head = "", ...rest] = raw.replaceAll("\r\n", "\n").split("\n\n");
  const headers = new Map(
    head
      .replace(/\n[ \t]+/g, " ")
      .split("\n")
      .map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
  );
  const text = decodeBody(rest.join("\n\n"), headers.get("content-transfer-encoding") ?? "7bit");
  return {
    to: (headers.get("to") ?? "").replace(/^.*<|>.*$/g, ""),
    subject: decodeWords(headers.get("subject") ?? ""),
    text,
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
  };
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  const bytes = encoding === "quoted-printable" ? unquote(body.replaceAll("=\n", "")) : body;
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Encoded words of a header (RFC 2047); the space between two of them means nothing. */
const decodeWords = (value: string) =>
  value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : Buffer.from(unquote(word.replaceAll("_", " ")), "latin1").toString("utf8"),
    );

const unquote = (text: string) =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
