import { EventStream } from "../setup/event-stream";
import { CODE, SCREEN_KEY } from "./poll-seed";
import { connect, httpRequest } from "./wire";

/** A server with a poll, as those in the room reach it. */
export interface Room {
  port: number;
  /** Of the server, or the process that watches over several; and of PostgreSQL, 0 when there is none. */
  server: number;
  database: number;
  /** An organiser's session. */
  organiser: string;
}

export interface Phone {
  cookie: string;
  stream: EventStream;
}

const PAGE = `/direct/${CODE}`;
const POSTED = {
  "Content-Type": "application/x-www-form-urlencoded",
  Accept: "application/json",
  Origin: "http://localhost",
  "Sec-Fetch-Site": "same-origin",
};
const READ = { "Accept-Encoding": "gzip", "Accept-Language": "fr" };

export const openStream = (
  room: Pick<Room, "port">,
  view: string,
  cookie = "",
  again?: number,
): EventStream =>
  new EventStream({
    port: () => room.port,
    path: `${PAGE}/flux?${view}`,
    headers: { ...READ, ...(cookie && { Cookie: cookie }) },
    again,
  });
export const openScreen = (room: Room): EventStream =>
  openStream(room, `vue=screen&cle=${SCREEN_KEY}`, "", 100);
export const openConsole = (room: Room): EventStream =>
  openStream(room, "vue=console", `session=${room.organiser}`, 100);

/** A form posted to the room by a device, as the page's script sends it. */
export const answerOf = (cookie: string, body: string, headers: Record<string, string> = {}): Buffer =>
  httpRequest("POST", PAGE, { ...POSTED, ...headers, Cookie: cookie }, body);

/** A phone scans the code: the page with the question, and whatever `files` it needs, over one connection. Its cookie. */
export async function scan(
  room: Pick<Room, "port">,
  cookie = "",
  files: readonly string[] = [],
): Promise<string> {
  const line = connect(room.port);
  const { status, head } = await line.ask(
    httpRequest("GET", PAGE, { ...READ, ...(cookie && { Cookie: cookie }) }),
  );
  for (const file of files) await line.ask(httpRequest("GET", file, READ));
  line.close();
  const given = /\r\nset-cookie: (appareil=[^;]+)/i.exec(head)?.[1] ?? cookie;
  if (status !== 200 || !given) throw new Error(`The page of the room answered ${status}: ${head}`);
  return given;
}

/** An organiser does something, by the console's own form. @throws when it is refused. */
export async function act(room: Room, fields: Record<string, string>): Promise<void> {
  const line = connect(room.port);
  const request = httpRequest(
    "POST",
    `${PAGE}/regie`,
    { ...POSTED, Cookie: `session=${room.organiser}` },
    new URLSearchParams(fields).toString(),
  );
  const { status } = await line.ask(request);
  line.close();
  if (status !== 204) throw new Error(`The console answered ${status} to ${JSON.stringify(fields)}`);
}

/** The scripts and styles that the page of the room names. */
export async function filesOf(room: Pick<Room, "port">): Promise<string[]> {
  const html = await (await fetch(`http://127.0.0.1:${room.port}${PAGE}`)).text();
  return [
    ...new Set(
      [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? ""),
    ),
  ];
}
