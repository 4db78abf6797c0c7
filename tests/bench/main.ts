// npm run bench -- votes|pages|results|import|export|live [--quick]: measures one part and prints its tables.
import { prepareBuild } from "../../app/cli/launch/main.js";

const benches: Record<string, () => Promise<{ default: (options: { quick: boolean }) => Promise<void> }>> = {
  votes: () => import("./votes"),
  pages: () => import("./pages"),
  results: () => import("./results"),
  import: () => import("./import"),
  export: () => import("./export"),
  live: () => import("./polls"),
};

const quick = process.argv.includes("--quick");
const names = process.argv.slice(2).filter((argument) => argument !== "--quick");
const unknown = names.filter((name) => !(name in benches));
if (names.length === 0 || unknown.length > 0) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join("|")} [--quick]`);
  process.exit(2);
}
await prepareBuild();
for (const name of names) {
  const { default: run } = (await benches[name]?.()) ?? { default: async () => {} };
  await run({ quick });
}
process.exit(0);
