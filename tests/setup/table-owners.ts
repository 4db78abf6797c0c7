import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** From left to right. */
const ORDER = [
  "platform",
  "identity",
  "consultation",
  "participation",
  "stages",
  "polls",
  "moderation",
  "results",
  "synthesis",
  "answers",
];

interface Model {
  name: string;
  table: string;
  module: string;
  /** Fields that lead to other models, by name. */
  relations: Map<string, string>;
}

/** What prisma/schema says of who owns which table, and who may name it. */
export interface Owners {
  models: Model[];
  /** Why `module` may not name this table, view or function; nothing when it may. */
  refused(module: string, name: string): string | undefined;
}

const list = (text: string, word: string) =>
  [...text.matchAll(new RegExp(`^// ${word}: (.+)$`, "gm"))].flatMap(([, names = ""]) => names.split(/,\s*/));

export function readOwners(folder = path.resolve("prisma/schema")): Owners {
  const models: Model[] = [];
  const owner = new Map<string, string>();
  const published = new Set<string>();
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(path.join(folder, file), "utf8");
    const module = file === "main.prisma" ? "platform" : path.basename(file, ".prisma");
    for (const [, name = "", body = ""] of text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)) {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;
      const fields = [...body.matchAll(/^ {2}(\w+)\s+([A-Z]\w+)(\[\])?\??/gm)];
      models.push({
        name,
        table,
        module,
        relations: new Map(fields.map(([, field = "", to = ""]) => [field, to])),
      });
      owner.set(table, module);
    }
    for (const name of list(text, "owns")) owner.set(name, module);
    for (const name of list(text, "publishes")) {
      owner.set(name, module);
      published.add(name);
    }
  }
  const names = new Set(models.map(({ name }) => name));
  for (const { relations } of models)
    for (const [field, to] of relations) if (!names.has(to)) relations.delete(field);
  return {
    models,
    refused(module, name) {
      const of = owner.get(name);
      if (of === module) return undefined;
      if (!of) return `${name} has no owner: name it in prisma/schema/${module}.prisma`;
      if (!published.has(name)) return `${name} belongs to ${of}, which does not publish it`;
      return ORDER.indexOf(of) < ORDER.indexOf(module)
        ? undefined
        : `${name} belongs to ${of}, which is not to the left`;
    },
  };
}
