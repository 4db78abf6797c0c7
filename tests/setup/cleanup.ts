type Cleanup = () => void;

const pending = new Set<Cleanup>();
let hooked = false;

/**
 * Runs `cleanup` (synchronous) when this process ends, however it ends short of a kill -9.
 * @returns what takes the promise back, once the cleaning was done in good order.
 */
export function atExit(cleanup: Cleanup): () => void {
  if (!hooked) hook();
  pending.add(cleanup);
  return () => pending.delete(cleanup);
}

function hook() {
  hooked = true;
  process.once("exit", () => {
    for (const cleanup of pending) cleanup();
  });
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    // A runner that handles the signal ends the process itself; where nobody does, the default action would skip "exit".
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(status));
  }
}
