// The door of the database: who opens it, in what a command writes, by what a store reads.
export { Prisma } from "./generated/client";
export { FolderInUse } from "./lock.server";
export {
  db,
  openDatabase,
  setDatabase,
  type Database,
  type DatabaseOptions,
  type Queryable,
  type Transaction,
} from "./open.server";
export { isSqlState } from "./sql-state.server";
export {
  ambient,
  beforeCommit,
  longUnitOfWork,
  reader,
  snapshot,
  unitOfWork,
  writer,
  type AfterCommit,
} from "./unit.server";
