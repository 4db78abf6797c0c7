import { ambient, unitOfWork } from "./db/index.server";

/** Limits of a batch: at most `most` inputs, gathered for at most `wait` milliseconds, `parallel` batches at once. */
export interface BatchLimits {
  most: number;
  wait?: number;
  parallel?: number;
}

/**
 * Gathers calls that arrive together and runs them as one, so that a thousand people who answer at once cost a few
 * transactions and not a thousand. Every call still settles by itself, and only after its batch has.
 *
 * With `parallel` batches under way, the next one grows while it waits (group commit): idle, a call waits for nobody.
 *
 * A call from within a unit of work or a snapshot gathers nothing: it runs there, alone.
 */
export function batched<Input, Output>(
  run: (inputs: Input[]) => Promise<(Output | Error)[]>,
  { most, wait = 0, parallel = 1 }: BatchLimits,
): (input: Input) => Promise<Output> {
  type Waiting = { input: Input; resolve: (output: Output) => void; reject: (error: unknown) => void };
  let queue: Waiting[] = [];
  let running = 0;
  let scheduled = false;

  async function flush() {
    scheduled = false;
    if (running >= parallel || queue.length === 0) return;
    const batch = queue.slice(0, most);
    queue = queue.slice(most);
    running += 1;
    try {
      const outputs = await run(batch.map(({ input }) => input));
      batch.forEach(({ resolve, reject }, index) => {
        const output = outputs[index];
        if (output instanceof Error) reject(output);
        else resolve(output as Output);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      running -= 1;
      schedule();
    }
  }

  function schedule() {
    if (scheduled || queue.length === 0 || running >= parallel) return;
    scheduled = true;
    if (wait > 0) setTimeout(flush, wait);
    else setImmediate(flush);
  }

  async function alone(input: Input): Promise<Output> {
    const [output] = await run([input]);
    if (output instanceof Error) throw output;
    return output as Output;
  }

  /** As any part of a unit of work, one that fails fails the whole. */
  const within = (input: Input) => (ambient() === "snapshot" ? alone(input) : unitOfWork(() => alone(input)));

  return (input) =>
    ambient()
      ? within(input)
      : new Promise<Output>((resolve, reject) => {
          queue.push({ input, resolve, reject });
          schedule();
        });
}
