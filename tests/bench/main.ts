// npm run bench -- votes|pages|results|import|export: measures one part and prints one table.
import { prepareBuild } from "../../app/cli/launch/main.js";

const benches: Record<string, () => Promise<{ default: () => Promise<void> }>> = {
  votes: () => import("./votes"),
  pages: () => import("./pages"),
  results: () => import("./results"),
  import: () => import("./import"),
  export: () => import("./export"),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in benches));
if (names.length === 0 || unknown.length > 0) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join("|")}`);
  process.exit(2);
}
await prepareBuild();
for (const name of names) {
  const { default: run } = (await benches[name]?.()) ?? { default: async () => {} };
  await run();
}
process.exit(0);
