import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request as ExpressRequest } from "express";

export type Encoding = "br" | "gzip";

/** Bytes under which compressing costs more than it saves. */
const LEAST = 1_024;

const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 5 }),
};

/** How an answer of this size goes to this client; null as it is. */
export function chooseEncoding(req: ExpressRequest, body: Buffer): Encoding | null {
  if (body.length < LEAST) return null;
  const accepted = String(req.headers["accept-encoding"] ?? "");
  if (/\bbr\b(?!;\s*q=0(\.0*)?\b)/.test(accepted)) return "br";
  return /\bgzip\b(?!;\s*q=0(\.0*)?\b)/.test(accepted) ? "gzip" : null;
}

/** Compresses a whole body off the main thread: one call costs a fraction of a compressing stream. */
export const compressBody = (body: Buffer, encoding: Encoding): Promise<Buffer> =>
  compressors[encoding](body);
