import { reader, type Prisma, type Transaction } from "~/platform/db/index.server";
import type { StagesFile } from "./stages";
import type { Stage, Testimony } from "./types";

export { unitOfWork } from "~/platform/db/index.server";

const testimonyFields = { id: true, speaker: true, role: true, organisation: true, points: true } as const;

const toStage = ({ consultationId: _consultation, ...event }: Prisma.EventGetPayload<object>): Stage => event;

/** The stages of a consultation, in the order of the tour. */
export async function findStages(consultationId: number): Promise<Stage[]> {
  const rows = await reader().event.findMany({
    where: { consultationId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toStage);
}

export async function findStage(consultationId: number, slug: string): Promise<Stage | null> {
  const row = await reader().event.findUnique({
    where: { consultationId_slug: { consultationId, slug } },
  });
  return row && toStage(row);
}

export async function findTestimoniesOfStage(eventId: number): Promise<(Testimony & { itemId: number })[]> {
  return reader().testimony.findMany({
    where: { eventId },
    orderBy: { position: "asc" },
    select: { ...testimonyFields, itemId: true },
  });
}

export async function findTestimoniesOfItem(
  itemId: number,
): Promise<(Testimony & { stage: Pick<Stage, "slug" | "title" | "city" | "startsAt"> })[]> {
  const rows = await reader().testimony.findMany({
    where: { itemId },
    orderBy: [{ event: { startsAt: "asc" } }, { position: "asc" }],
    select: {
      ...testimonyFields,
      event: { select: { slug: true, title: true, city: true, startsAt: true } },
    },
  });
  return rows.map(({ event, ...row }) => ({ ...row, stage: event }));
}

/** Writes a stage and its testimonies in place of those that it had. */
export async function saveStage(
  tx: Transaction,
  consultationId: number,
  event: StagesFile["events"][number],
  itemIds: ReadonlyMap<string, number>,
): Promise<"created" | "updated"> {
  const where = { consultationId_slug: { consultationId, slug: event.slug } };
  const known = await tx.event.findUnique({ where, select: { id: true } });
  const facts = {
    stage: event.stage ?? null,
    title: event.title,
    city: event.city,
    region: event.region,
    startsAt: event.startsAt,
    organisers: event.organisers ?? [],
    attendance: event.attendance?.inRoom ?? null,
    attendanceQualifier: event.attendance?.qualifier || null,
    replayUrl: event.replayUrl ?? null,
    place: event.place || null,
    partners: event.partners ?? [],
    programme: event.programme ?? "",
  };
  const { id: eventId } = await tx.event.upsert({
    where,
    create: { consultationId, slug: event.slug, ...facts },
    update: facts,
    select: { id: true },
  });
  await tx.testimony.deleteMany({ where: { eventId } });
  await tx.testimony.createMany({
    data: (event.testimonies ?? []).map(({ item, speaker, role, organisation, points }, position) => ({
      eventId,
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
