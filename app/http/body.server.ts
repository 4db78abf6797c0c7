import type { Request as ExpressRequest } from "express";
import { DomainError } from "~/platform/errors";

/** Bytes that a posted form may have: ten comments of the greatest length, escaped. */
export const MOST_BODY_BYTES = 256 * 1024;

const read = new WeakMap<ExpressRequest, Promise<Buffer>>();

/** Reads a request's body whole, once for all who ask. @throws DomainError "too-large" past the limit, "invalid" when it breaks off. */
export function readBody(req: ExpressRequest): Promise<Buffer> {
  const known = read.get(req) ?? readOnce(req);
  read.set(req, known);
  return known;
}

function readOnce(req: ExpressRequest): Promise<Buffer> {
  const tooLarge = () => new DomainError("too-large", "errors:too-large");
  return new Promise((resolve, reject) => {
    if (Number(req.headers["content-length"] ?? 0) > MOST_BODY_BYTES) {
      // Drained, so that the browser reads the answer instead of a broken connection.
      req.resume();
      reject(tooLarge());
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_BODY_BYTES) chunks.push(chunk);
      else reject(tooLarge());
    });
    req.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    req.on("error", () => reject(new DomainError("invalid", "errors:not-a-form")));
  });
}
