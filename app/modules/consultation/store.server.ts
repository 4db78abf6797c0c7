import { reader, writer, type Prisma, type Transaction } from "~/platform/db/index.server";
import type { ItemContent, StoredItem } from "./import-plan";
import type { RoadmapFile } from "./roadmap";
import * as sql from "./sql";
import type { Consultation, Item, ItemKind, ItemText, Roadmap } from "./types";

export { unitOfWork, type Transaction } from "~/platform/db/index.server";

type ConsultationRow = Prisma.ConsultationGetPayload<object>;
type ItemRow = Prisma.ItemGetPayload<object>;

const toConsultation = ({
  createdAt: _created,
  updatedAt: _updated,
  pseudonymKey: _key,
  ...row
}: ConsultationRow): Consultation => ({
  ...row,
  status: row.status === "published" ? "published" : "draft",
  resultsShown: row.resultsShown === "after" ? "after" : "during",
});

const toItem = ({ opensVote, opensStars, opensComments, position: _position, ...row }: ItemRow): Item => ({
  ...row,
  kind: row.kind as ItemKind,
  opens: { vote: opensVote, stars: opensStars, comments: opensComments },
});

export async function findConsultations(): Promise<Consultation[]> {
  const rows = await reader().consultation.findMany({ orderBy: [{ closesAt: "desc" }, { id: "desc" }] });
  return rows.map(toConsultation);
}

export async function findRoadmap(slug: string): Promise<Roadmap | null> {
  const row = await reader().consultation.findUnique({ where: { slug } });
  if (!row) return null;
  const items = await reader().item.findMany({
    where: { consultationId: row.id },
    orderBy: { position: "asc" },
  });
  return { consultation: toConsultation(row), items: items.map(toItem) };
}

/** The texts that an item had before, latest first. */
export async function findEarlierTexts(itemId: number): Promise<ItemText[]> {
  return reader().itemVersion.findMany({
    where: { itemId },
    orderBy: { version: "desc" },
    select: { version: true, title: true, body: true, replacedAt: true },
  });
}

/** Writes what the file says of the consultation, and holds its row until the transaction ends. */
export async function saveConsultation(
  tx: Transaction,
  file: RoadmapFile,
): Promise<{ id: number; created: boolean }> {
  const before = await tx.consultation.findUnique({ where: { slug: file.slug }, select: { id: true } });
  const facts = {
    title: file.title,
    opensAt: file.opensAt,
    closesAt: file.closesAt,
    // What the file leaves out stays as it is, or as the schema has it; null and "" erase.
    ...(file.tagline !== undefined && { tagline: file.tagline || null }),
    ...(file.summary !== undefined && { summary: file.summary ?? "" }),
    ...(file.publisher !== undefined && { publisherName: file.publisher?.name ?? "" }),
    ...((file.publisher === null || file.publisher?.partners !== undefined) && {
      partners: file.publisher?.partners ?? [],
    }),
    ...(file.status && { status: file.status }),
    ...(file.timeZone && { timeZone: file.timeZone }),
    ...(file.resultsShown && { resultsShown: file.resultsShown }),
    ...(file.demonstration !== undefined && { demonstration: file.demonstration }),
  };
  const { id } = await tx.consultation.upsert({
    where: { slug: file.slug },
    create: { slug: file.slug, ...facts },
    update: facts,
    select: { id: true },
  });
  return { id, created: before === null };
}

export async function findStoredItems(tx: Transaction, consultationId: number): Promise<StoredItem[]> {
  const rows = await tx.item.findMany({
    where: { consultationId },
    orderBy: { position: "asc" },
    include: { parent: { select: { ref: true } } },
  });
  return rows.map(({ parent, ...row }) => ({ ...toItem(row), parentRef: parent?.ref ?? null }));
}

/**
 * Which of `ids` somebody voted on, rated, commented or spoke about: what other modules hold on to. They are locked first, so that nobody can start
 * before the transaction has decided what becomes of them.
 */
export async function findUsedItems(tx: Transaction, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  await sql.LOCK_ITEMS.all(tx, ids);
  const used = await sql.USED_ITEMS.all(tx, ids);
  return new Set(used.map(({ id }) => id));
}

const columns = ({ ref: _ref, parentRef: _parent, opens, ...content }: ItemContent) => ({
  ...content,
  opensVote: opens.vote,
  opensStars: opens.stars,
  opensComments: opens.comments,
});

export async function insertItem(
  tx: Transaction,
  content: ItemContent,
  place: { consultationId: number; parentId: number | null; position: number; at: Date },
): Promise<number> {
  const { at, ...where } = place;
  const { id } = await tx.item.create({
    data: { ref: content.ref, ...columns(content), ...where, updatedAt: at },
    select: { id: true },
  });
  return id;
}

/** Writes an item's new content. With `at`, its text changed then: the earlier one is kept as a version. */
export async function updateItem(
  tx: Transaction,
  stored: StoredItem,
  content: ItemContent,
  place: { parentId: number | null; at: Date | null },
): Promise<void> {
  const { id, version, title, body } = stored;
  if (place.at)
    await tx.itemVersion.create({ data: { itemId: id, version, title, body, replacedAt: place.at } });
  const next = place.at ? { version: version + 1, updatedAt: place.at } : {};
  await tx.item.update({
    where: { id },
    data: { ...columns(content), ...next, parentId: place.parentId },
    select: { id: true },
  });
}

/** Puts items in reading order: the first of `ids` at 0. */
export async function placeItems(tx: Transaction, ids: readonly number[]): Promise<void> {
  await sql.PLACE_ITEMS.run(
    tx,
    ids,
    ids.map((_, index) => index),
  );
}

/** Removes items one after the other: give children before their parents. */
export async function deleteItems(tx: Transaction, ids: readonly number[]): Promise<void> {
  for (const id of ids) await tx.item.delete({ where: { id }, select: { id: true } });
}

export async function findLegalText(
  slug: string,
  locale: string,
): Promise<{ body: string; updatedAt: Date } | null> {
  return reader().legalPage.findUnique({
    where: { slug_locale: { slug, locale } },
    select: { body: true, updatedAt: true },
  });
}

/** Keeps an edited text; an empty one is deleted. */
export async function saveLegalText(slug: string, locale: string, body: string): Promise<void> {
  if (body === "") await writer().legalPage.deleteMany({ where: { slug, locale } });
  else
    await writer().legalPage.upsert({
      where: { slug_locale: { slug, locale } },
      create: { slug, locale, body },
      update: { body },
      select: { slug: true },
    });
}

/** Items that match, the best first. */
export async function findMatches(
  consultationId: number,
  query: string,
  unfinished: { before: string; word: string } | null,
): Promise<number[]> {
  const { before, word } = unfinished ?? { before: "", word: "" };
  return (await sql.MATCHES.all(reader(), consultationId, query, before, word)).map(({ id }) => id);
}

/** Which of `words` a search would find, one by one: what to mark in its results. */
export async function findMatchingWords(
  words: readonly string[],
  query: string,
  prefix: string | null,
): Promise<Set<string>> {
  const rows = await sql.MATCHING_WORDS.all(reader(), query, words, prefix ?? "");
  return new Set(rows.map(({ word }) => word));
}
