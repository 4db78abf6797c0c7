// npm run concertation -- COMMAND: the operator's commands. Exit 0: done; 1: the answer is no; 2: it could not run.
import { run } from "./run";

process.exitCode = await run(process.argv.slice(2));
