import { mkdirSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { config } from "./config.server";
import { log } from "./log.server";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

let transport: Transporter | undefined;

/**
 * Sends by SMTP_URL, or writes an .eml file to DATA_DIR/outbox. A failure is logged, not thrown: the person is told the
 * same in every case, and can ask again.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, DATA_DIR } = config();
  const message = { from: MAIL_FROM, ...mail };
  try {
    if (SMTP_URL) {
      transport ??= createTransport(SMTP_URL);
      await transport.sendMail(message);
      return;
    }
    const { message: content } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
      message,
    );
    const folder = path.join(DATA_DIR, "outbox");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, `${Date.now()}-${crypto.randomUUID()}.eml`);
    // Renamed into place, so that whoever reads the folder never sees half a message.
    // For the operator alone: a message may hold a link that opens an account.
    await writeFile(`${file}.part`, content as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
  } catch (error) {
    log().error({ err: error }, "mail not sent");
  }
}
