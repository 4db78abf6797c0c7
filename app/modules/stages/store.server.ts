import { reader, type Prisma, type Transaction } from "~/platform/db/index.server";
import type { StagesFile } from "./file";
import type { Stage, Testimony } from "./types";

export { unitOfWork } from "~/platform/db/index.server";

const testimonyFields = { id: true, speaker: true, role: true, organisation: true, points: true } as const;

const toStage = ({ consultationId: _consultation, ...stage }: Prisma.StageGetPayload<object>): Stage => stage;

/** The stages of a consultation, in the order of the tour. */
export async function findStages(consultationId: number): Promise<Stage[]> {
  const rows = await reader().stage.findMany({
    where: { consultationId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toStage);
}

export async function findStage(consultationId: number, slug: string): Promise<Stage | null> {
  const row = await reader().stage.findUnique({
    where: { consultationId_slug: { consultationId, slug } },
  });
  return row && toStage(row);
}

export async function findTestimoniesOfStage(stageId: number): Promise<(Testimony & { itemId: number })[]> {
  return reader().testimony.findMany({
    where: { stageId },
    orderBy: { position: "asc" },
    select: { ...testimonyFields, itemId: true },
  });
}

export async function findTestimoniesOfItem(
  itemId: number,
): Promise<(Testimony & { stage: Pick<Stage, "slug" | "title" | "city" | "startsAt"> })[]> {
  return reader().testimony.findMany({
    where: { itemId },
    orderBy: [{ stage: { startsAt: "asc" } }, { position: "asc" }],
    select: {
      ...testimonyFields,
      stage: { select: { slug: true, title: true, city: true, startsAt: true } },
    },
  });
}

/** Writes a stage and its testimonies in place of those that it had. */
export async function saveStage(
  tx: Transaction,
  consultationId: number,
  stage: StagesFile["events"][number],
  itemIds: ReadonlyMap<string, number>,
): Promise<"created" | "updated"> {
  const where = { consultationId_slug: { consultationId, slug: stage.slug } };
  const known = await tx.stage.findUnique({ where, select: { id: true } });
  const facts = {
    number: stage.stage ?? null,
    title: stage.title,
    city: stage.city,
    region: stage.region,
    startsAt: stage.startsAt,
    organisers: stage.organisers ?? [],
    attendance: stage.attendance?.inRoom ?? null,
    attendanceQualifier: stage.attendance?.qualifier || null,
    replayUrl: stage.replayUrl ?? null,
    place: stage.place || null,
    partners: stage.partners ?? [],
    programme: stage.programme ?? "",
  };
  const { id: stageId } = await tx.stage.upsert({
    where,
    create: { consultationId, slug: stage.slug, ...facts },
    update: facts,
    select: { id: true },
  });
  await tx.testimony.deleteMany({ where: { stageId } });
  await tx.testimony.createMany({
    data: (stage.testimonies ?? []).map(({ item, speaker, role, organisation, points }, position) => ({
      stageId,
      itemId: itemIds.get(item) as number,
      position,
      speaker,
      role: role || null,
      organisation: organisation || null,
      points: points ?? [],
    })),
  });
  return known ? "updated" : "created";
}
