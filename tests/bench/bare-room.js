// A yardstick: Node's own HTTP server with a page, streams and a "next question", from memory and with nothing behind it.
// Arguments: bytes of the page and of an event.
import http from "node:http";

const [pageBytes = 0, eventBytes = 0] = process.argv.slice(2).map(Number);
const page = Buffer.alloc(pageBytes, "a");
const filling = "a".repeat(eventBytes);
/** @type {Set<http.ServerResponse>} */
const streams = new Set();
let version = 0;
const event = () => Buffer.from(`id: ${version}\ndata: {"version":${version},"html":"${filling}"}\n\n`);

const server = http.createServer((req, res) => {
  req.resume();
  if (req.method === "GET" && req.url?.includes("/flux")) {
    res.writeHead(200, { "Content-Type": "text/event-stream" });
    res.write(event());
    streams.add(res);
    res.on("close", () => streams.delete(res));
  } else if (req.method === "GET") {
    res
      .writeHead(200, { "Set-Cookie": "appareil=aaaaaaaaaaaaaaaaaaaaaa", "Content-Length": page.length })
      .end(page);
  } else {
    if (req.url?.endsWith("/regie")) {
      version += 1;
      const bytes = event();
      for (const stream of streams) stream.write(bytes);
    }
    res.writeHead(204).end();
  }
});
server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : 0);
});
process.on("disconnect", () => process.exit(0));
