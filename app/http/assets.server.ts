import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";
import { chooseEncoding, compressBody } from "./encoding.server";

/**
 * The built scripts and styles, each read and compressed once: a hall that joins asks for the same ones two thousand times.
 * Their names hold a hash of their content. Whatever else is asked for goes on to the files themselves.
 */
export function compressedAssets(folder: string): RequestHandler {
  const names = new Set(readdirSync(folder).filter((name) => /\.(js|css)$/.test(name)));
  const bodies = new Map<string, Buffer>();
  const encoded = new Map<string, Promise<Buffer>>();
  return async (req, res, next) => {
    const name = req.path.slice(1);
    if (req.method !== "GET" || !names.has(name)) return next();
    res.vary("Accept-Encoding");
    try {
      const body = bodies.get(name) ?? readFileSync(path.join(folder, name));
      bodies.set(name, body);
      const encoding = chooseEncoding(req, body);
      if (!encoding) return next();
      const key = `${encoding} ${name}`;
      const compressed = encoded.get(key) ?? compressBody(body, encoding);
      encoded.set(key, compressed);
      const bytes = await compressed;
      res.type(path.extname(name));
      res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      res.setHeader("Content-Encoding", encoding);
      res.setHeader("Content-Length", bytes.length);
      res.end(bytes);
    } catch (error) {
      next(error);
    }
  };
}
