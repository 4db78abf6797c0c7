import { problemsOf, type Problem } from "~/modules/consultation";
import { getRoadmap, ImportRefused } from "~/modules/consultation/index.server";
import { authorise, type Actor } from "~/modules/identity";
import { dropStages } from "./read.server";
import { stagesSchema, type StagesFile } from "./file";
import { saveStage, unitOfWork } from "./store.server";

/** What an import did, by slug of stage. */
export interface StagesReport {
  consultation: string;
  created: string[];
  updated: string[];
}

/**
 * Writes the stages of a tour and their testimonies; the second time, updates them by slug. Stages that the file does
 * not name stay.
 * @throws ImportRefused naming the path in the JSON; DomainError forbidden, not-found.
 */
export async function importStages(actor: Actor, json: unknown): Promise<StagesReport> {
  authorise(actor, "stage.import", "any", "consultation:import.forbidden");
  const parsed = stagesSchema.safeParse(json);
  if (!parsed.success) throw new ImportRefused(problemsOf(parsed.error) as [Problem, ...Problem[]]);
  const { consultation, items } = await getRoadmap(actor, parsed.data.consultation);
  authorise(actor, "stage.import", consultation.id, "consultation:import.forbidden");
  const itemIds = new Map(items.map(({ ref, id }) => [ref, id]));
  const [first, ...others] = unknownItems(parsed.data, itemIds);
  if (first) throw new ImportRefused([first, ...others]);
  return unitOfWork(async (tx, afterCommit) => {
    afterCommit(dropStages);
    const report: StagesReport = { consultation: consultation.slug, created: [], updated: [] };
    for (const stage of parsed.data.events)
      report[await saveStage(tx, consultation.id, stage, itemIds)].push(stage.slug);
    return report;
  });
}

const unknownItems = ({ events }: StagesFile, itemIds: ReadonlyMap<string, number>): Problem[] =>
  events.flatMap(({ testimonies }, stage) =>
    (testimonies ?? []).flatMap(({ item }, index) =>
      itemIds.has(item)
        ? []
        : [
            {
              reason: "consultation:input.unknown-item",
              values: { path: `events[${stage}].testimonies[${index}].item`, ref: item },
            },
          ],
    ),
  );
