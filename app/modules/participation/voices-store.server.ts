import type { Queryable } from "~/platform/db/index.server";
import { voiceRows, type GivenVoice } from "./voices";
import { WRITE_VOICES } from "./voices-sql";

/**
 * The one way in for voices, in a transaction that holds the consultation: of each voter and item the latest of each part,
 * figures included. `latest` by "writing": what is said now, in the order in which it comes; by "instant": what is dated
 * stands only over what is not later.
 */
export async function writeVoices(
  tx: Queryable,
  consultationId: number,
  given: Iterable<GivenVoice>,
  latest: "writing" | "instant",
): Promise<void> {
  const rows = voiceRows(given);
  if (rows.length > 0) await WRITE_VOICES.run(tx, consultationId, rows, latest === "writing");
}
