import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { config } from "./config.server";
import { job, PermanentFailure } from "./jobs/index.server";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** A mail as it is promised: the same message however often it is tried. */
interface Promised extends Mail {
  messageId: string;
  date: string;
}

let transport: Transporter | undefined;

/**
 * Promises a mail, in the unit of work that it tells of: it goes out after the commit, and waits while nobody takes it. By
 * its one Message-ID a mail server knows it again when it is sent a second time, as happens when the process or the line
 * died before the answer came. Its row, with the address, is deleted once it is sent.
 */
export const sendMail = (mail: Mail): Promise<void> =>
  promise({
    ...mail,
    messageId: `<${randomUUID()}@${domainOf(config().MAIL_FROM)}>`,
    date: new Date().toISOString(),
  });

const promise = job<Promised>("mail", deliver);

const domainOf = (address: string) => /@([\w.-]+)/.exec(address)?.[1] ?? "localhost";

/** SMTP's 5xx of an address or a message: it will be the same tomorrow. A password that is refused can be mended. */
const refusal = z.object({ code: z.enum(["EENVELOPE", "EMESSAGE"]), responseCode: z.number().min(500) });

/** By SMTP_URL, or as an .eml file in DATA_DIR/outbox. */
async function deliver({ date, ...mail }: Promised): Promise<void> {
  const { SMTP_URL, MAIL_FROM, DATA_DIR } = config();
  const message = { from: MAIL_FROM, ...mail, date: new Date(date) };
  if (SMTP_URL) {
    transport ??= createTransport(SMTP_URL);
    await transport.sendMail(message).catch((error: unknown) => {
      throw refusal.safeParse(error).success ? new PermanentFailure(error) : error;
    });
    return;
  }
  const { message: content } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
    message,
  );
  const folder = path.join(DATA_DIR, "outbox");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${Date.now()}-${mail.messageId.slice(1, 37)}.eml`);
  // Renamed into place, so that whoever reads the folder never sees half a message.
  // For the operator alone: a message may hold a link that opens an account.
  await writeFile(`${file}.part`, content as Buffer, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
