// Remix's configuration is its Vite plugin's: this file is the Vite configuration.
import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

/**
 * The server and the operator's commands are entries of one server bundle, so that every module exists once.
 * @type {import("vite").Plugin}
 */
const entries = {
  name: "concertation:entries",
  options(rollup) {
    const [serverBuild] = [rollup.input].flat();
    if (typeof serverBuild !== "string" || !serverBuild.includes("server-build")) return null;
    return { ...rollup, input: { index: serverBuild, server: "app/cli/server.ts", cli: "app/cli/main.ts" } };
  },
  outputOptions: (output) =>
    output.entryFileNames === "index.js"
      ? { ...output, entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" }
      : null,
};

export default defineConfig(({ isSsrBuild }) => ({
  resolve: { alias: { "~": path.resolve(import.meta.dirname, "app") } },
  // Development only: the scan for dependencies would stop at this native package, and miss those that browsers need.
  optimizeDeps: { include: ["zod"], exclude: ["@node-rs/argon2"] },
  build: {
    assetsInlineLimit: 0,
    // One stylesheet, whichever of the two builds writes it.
    cssTarget: ["chrome111", "firefox114", "safari16.4"],
    // Phones that have had no update since 2018 take part in a room like the others: one sign that their browser does not
    // know, and all of the script is lost to them.
    target: isSsrBuild ? "node20" : "es2018",
  },
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
    entries,
  ],
}));
