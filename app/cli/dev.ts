// npm run dev: the same server over Vite's middleware. Everything is loaded through Vite, so that the server and the
// routes share one instance of each module.
import { createServer } from "vite";
import type { BuiltRoutes } from "~/http/remix/index.server";

process.env.NODE_ENV = "development";
const vite = await createServer({ configFile: "remix.config.js", server: { middlewareMode: true } });
const { prepareDatabase, listen, addressOf, say } = (await vite.ssrLoadModule(
  "/app/cli/serve.server.ts",
)) as typeof import("./serve.server");
const { exitUnable } = (await vite.ssrLoadModule("/app/cli/exit.ts")) as typeof import("./exit");
try {
  await prepareDatabase();
  const server = await listen({
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<BuiltRoutes>,
    assets: vite.middlewares,
  });
  say(`Ready: ${addressOf(server)} (development)`);
} catch (error) {
  exitUnable(error);
}
