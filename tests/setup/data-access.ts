import fs from "node:fs";
import path from "node:path";
import { readOwners, type Owners } from "./table-owners";

const RAW = /\$(?:query|execute)Raw(?:Unsafe)?\b/;
const METHODS =
  "find(?:Unique|First)(?:OrThrow)?|findMany|create(?:Many)?(?:AndReturn)?|update(?:Many)?(?:AndReturn)?|upsert|delete(?:Many)?|count|aggregate|groupBy";

function* sources(root: string, folder: string): Generator<[file: string, text: string]> {
  for (const name of fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).sort()) {
    const file = `${folder}/${name.split(path.sep).join("/")}`;
    if (/\.tsx?$/.test(file) && !/\.test\.tsx?$|^app\/platform\/db\//.test(file))
      yield [file, fs.readFileSync(path.join(root, file), "utf8")];
  }
}

/** Files outside of platform/db that send SQL of which nobody declares what it gives. */
export const rawSqlIn = (root: string): string[] =>
  [...sources(root, "app")].filter(([, text]) => RAW.test(text)).map(([file]) => file);

/** Where a module reaches, by Prisma's models, for tables that are not its own: by a call, or by a relation in one. */
export function foreignModels(root: string, owners: Owners = readOwners()): string[] {
  const found: string[] = [];
  const models = new Map(
    owners.models.map((model) => [model.name[0]?.toLowerCase() + model.name.slice(1), model]),
  );
  const byName = new Map(owners.models.map((model) => [model.name, model]));
  const call = new RegExp(`\\.(${[...models.keys()].join("|")})\\s*\\.(?:${METHODS})\\(`, "g");
  for (const [file, text] of sources(root, "app")) {
    const module = /^app\/modules\/([^/]+)\//.exec(file)?.[1] ?? "";
    for (const match of text.matchAll(call)) {
      const model = models.get(match[1] ?? "");
      if (!model) continue;
      const tell = (name: string, of: string) =>
        of !== module && found.push(`${file}: ${name} belongs to ${of}`);
      tell(model.name, model.module);
      if (model.module !== module) continue;
      // Which model a name deeper in the call belongs to is not followed: whatever relation bears it counts.
      const within = argumentsAt(text, match.index + match[0].length);
      for (const [, field = ""] of within.matchAll(/\b(\w+)\s*:\s*(?:\{|true\b)/g))
        for (const own of owners.models.filter((each) => each.module === module)) {
          const to = byName.get(own.relations.get(field) ?? "");
          if (to) tell(`${own.name}.${field}`, to.module);
        }
    }
  }
  return [...new Set(found)];
}

/** What stands between the parenthesis that was opened before `start` and its end. */
function argumentsAt(text: string, start: number): string {
  let depth = 1;
  let end = start;
  while (end < text.length && depth > 0) {
    if (text[end] === "(") depth += 1;
    if (text[end] === ")") depth -= 1;
    end += 1;
  }
  return text.slice(start, end - 1);
}
