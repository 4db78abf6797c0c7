import { failedJobs, retryJobs, type FailedJob } from "~/platform/jobs/index.server";
import type { Actor } from "./actor";
import { authorise } from "./acts";

export type { FailedJob };

/** What was promised and could not be done, the newest first, a hundred at most. @throws DomainError forbidden */
export async function listFailedJobs(actor: Actor): Promise<FailedJob[]> {
  authorise(actor, "jobs.retry", "all");
  return failedJobs();
}

/** Has one of them, or (null) all, tried again now. @returns how many. @throws DomainError forbidden */
export async function retryFailedJobs(actor: Actor, id: number | null): Promise<number> {
  authorise(actor, "jobs.retry", "all");
  return retryJobs(id);
}
