import { authorise, type Actor } from "~/modules/identity";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import {
  changeOf,
  contentsOf,
  keptOf,
  readingOrder,
  type ImportReport,
  type ItemContent,
} from "./import-plan";
import { problemsOf, type Problem } from "./input";
import { dropRoadmaps } from "./read.server";
import { roadmapSchema, type RoadmapFile } from "./roadmap";
import {
  deleteItems,
  findStoredItems,
  findUsedItems,
  insertItem,
  placeItems,
  saveConsultation,
  unitOfWork,
  updateItem,
  type Transaction,
} from "./store.server";

/** A file that cannot be imported. `reason` and `values` tell the first problem; `problems` has them all. */
export class ImportRefused extends DomainError {
  constructor(readonly problems: readonly [Problem, ...Problem[]]) {
    super("invalid", problems[0].reason, problems[0].values);
  }

  override get reasons(): readonly Problem[] {
    return this.problems;
  }
}

/**
 * Creates a consultation from its roadmap file or, the second time, updates it by `ref`: no voice is lost, a text that
 * changes keeps its earlier version, and an item that people spoke about stays even when the file has it no longer.
 * @throws ImportRefused naming the path in the JSON; DomainError forbidden.
 */
export async function importRoadmap(actor: Actor, json: unknown): Promise<ImportReport> {
  authorise(actor, "roadmap.publish", "all", "consultation:import.forbidden");
  const parsed = roadmapSchema.safeParse(json);
  if (!parsed.success) throw new ImportRefused(problemsOf(parsed.error) as [Problem, ...Problem[]]);
  return unitOfWork(async (tx, afterCommit) => {
    afterCommit(dropRoadmaps);
    return writeRoadmap(tx, parsed.data, now());
  });
}

async function writeRoadmap(tx: Transaction, file: RoadmapFile, at: Date): Promise<ImportReport> {
  const { id: consultationId, created } = await saveConsultation(tx, file);
  const contents = new Map(contentsOf(file).map((content) => [content.ref, content]));
  const stored = new Map((await findStoredItems(tx, consultationId)).map((item) => [item.ref, item]));
  const absent = [...stored.values()].filter(({ ref }) => !contents.has(ref));
  const kept = keptOf(
    absent,
    await findUsedItems(
      tx,
      absent.map(({ id }) => id),
    ),
  );
  const removed = absent.filter((item) => !kept.includes(item));
  const order = readingOrder([...contents.values()], kept);
  const report: ImportReport = {
    slug: file.slug,
    consultation: created ? "created" : "updated",
    created: [],
    updated: [],
    unchanged: [],
    removed: removed.map(({ ref }) => ref),
    kept: kept.map(({ ref }) => ref),
  };

  const ids = new Map<string, number>();
  for (const [position, ref] of order.entries()) {
    const content = contents.get(ref);
    ids.set(ref, await writeItem(ref, content, position));
  }
  await placeItems(
    tx,
    order.map((ref) => ids.get(ref) as number),
  );
  // Reading order has parents first: backwards, nothing loses the parent that it still hangs from.
  await deleteItems(tx, removed.map(({ id }) => id).reverse());
  return report;

  async function writeItem(ref: string, content: ItemContent | undefined, position: number): Promise<number> {
    const known = stored.get(ref);
    if (!content) return known?.id as number;
    const parentId = content.parentRef === null ? null : (ids.get(content.parentRef) as number);
    if (!known) {
      report.created.push(ref);
      return insertItem(tx, content, { consultationId, parentId, position, at });
    }
    const change = changeOf(known, content);
    report[change ? "updated" : "unchanged"].push(ref);
    if (change) await updateItem(tx, known, content, { parentId, at: change === "text" ? at : null });
    return known.id;
  }
}
