import { once } from "node:events";
import { SMTPServer } from "smtp-server";

export interface SmtpMail {
  to: string;
  messageId: string;
  subject: string;
}

/** A mail server: what it was sent, whatever it answered then. */
export interface MailServer {
  readonly url: string;
  /** Messages that came whole, in order; those that it took. */
  readonly arrived: SmtpMail[];
  readonly taken: SmtpMail[];
  /** How often an address was refused. */
  refusals(): number;
  /** What it does from now on. To "hang" is to take a message whole and never say so. */
  behave(as: "takes" | "refuses" | "hangs"): void;
  stop(): Promise<void>;
}

/** @param refused by what an address is refused, such as 450 (not now) or 550 (never). */
export async function startMailServer({ refused = 450 } = {}): Promise<MailServer> {
  let behaviour: "takes" | "refuses" | "hangs" = "refuses";
  let refusals = 0;
  const arrived: SmtpMail[] = [];
  const taken: SmtpMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: (_, __, answer) => {
      if (behaviour !== "refuses") return answer();
      refusals++;
      answer(Object.assign(new Error("not this one"), { responseCode: refused }));
    },
    onData: (stream, session, answer) => {
      let raw = "";
      stream.setEncoding("utf8").on("data", (text: string) => (raw += text));
      stream.on("end", () => {
        const mail = {
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          messageId: header(raw, "Message-ID"),
          subject: header(raw, "Subject"),
        };
        arrived.push(mail);
        if (behaviour === "hangs") return;
        taken.push(mail);
        answer();
      });
    },
  });
  // Clients that are killed leave their lines open.
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    arrived,
    taken,
    refusals: () => refusals,
    behave: (as) => void (behaviour = as),
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, "im").exec(raw.split("\r\n\r\n")[0] ?? "")?.[1]?.trim() ?? "";
