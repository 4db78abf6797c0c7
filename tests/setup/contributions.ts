import { Readable } from "node:stream";
import { OPERATOR } from "~/modules/identity";
import {
  COLUMNS,
  exportContributions,
  importContributions,
  type ContributionRow,
  type ImportSummary,
  type Rejected,
} from "~/modules/participation/index.server";
import { db } from "~/platform/db/index.server";

export const HEADER = COLUMNS.join(",");
/** When the consultations of these tests are open; long past, so that nothing depends on today. */
export const WINDOW = {
  opensAt: new Date("2022-12-14T00:00:00+01:00"),
  closesAt: new Date("2023-03-15T00:00:00+01:00"),
};

/** Identifiers of imports hang from no other row, so that emptying the database leaves them. */
export const deleteImports = () => db().prisma.importedContribution.deleteMany();

/** A row of CSV without quotes; what is not given is an ordinary value. */
export const line = (changes: Partial<ContributionRow>): string => {
  const row = {
    id: "c1",
    reference: "action-1",
    participant: "p1",
    canal: "paper",
    region: "84",
    categorie: "citizen",
    position: "",
    etoiles: "",
    commentaire: "",
    depose_le: "2023-02-01T10:00:00+01:00",
    ...changes,
  };
  return COLUMNS.map((column) => row[column]).join(",");
};

/** Imports a file's content as the operator. */
export async function importCsv(
  content: string | Buffer,
  { slug = "essai", dryRun = false } = {},
): Promise<ImportSummary & { rejects: Rejected[] }> {
  const rejects: Rejected[] = [];
  const source = Readable.from([Buffer.from(content)]) as AsyncIterable<Buffer>;
  const summary = await importContributions(OPERATOR, {
    slug,
    source,
    dryRun,
    onRejected: (rejected) => void rejects.push(rejected),
  });
  return { ...summary, rejects };
}

export const importLines = (lines: readonly string[], options?: { slug?: string; dryRun?: boolean }) =>
  importCsv([HEADER, ...lines].join("\n"), options);

/** What an export writes. */
export async function exportCsv(slug = "essai"): Promise<string> {
  let content = "";
  await exportContributions(OPERATOR, slug, (text) => {
    content += text;
    return Promise.resolve();
  });
  return content;
}
