import path from "node:path";
import { z } from "zod";
import { CannotRun } from "./errors";

const flag = (fallback: boolean) =>
  z
    .enum(["0", "1"])
    .optional()
    .transform((value) => (value === undefined ? fallback : value === "1"));
const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address such as ${example}` }).optional();
const integer = (least: number, most: number, fallback: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int()
    .min(least)
    .max(most)
    .default(fallback);

const MONTHS = "must be a whole number of months from 1 to 1200; unset keeps people until they ask";

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    PORT: integer(0, 65535, 3000),
    HOST: z.string().min(1).default("0.0.0.0"),
    PUBLIC_URL: url(/^https?$/, "https://participez.exemple.fr"),
    DATABASE_URL: url(/^postgres(ql)?$/, "postgresql://user:password@host/database"),
    DATA_DIR: z
      .string()
      .min(1)
      .default("./data")
      .transform((folder) => path.resolve(folder)),
    DEMO: flag(true),
    ADMIN_EMAIL: z.email("must be an e-mail address").default("admin@concertation.local"),
    ADMIN_PASSWORD: z.string().optional(),
    SMTP_URL: url(/^smtps?$/, "smtp://user:password@host:587"),
    CONTACT_EMAIL: z.email("must be an e-mail address").default("contact@concertation.local"),
    MAIL_FROM: z.string().min(3).default("Concertation <ne-pas-repondre@concertation.local>"),
    RETENTION_MONTHS: z.coerce.number(MONTHS).int(MONTHS).min(1, MONTHS).max(1200, MONTHS).optional(),
    WEB_CONCURRENCY: integer(1, 64, 1),
    TRUST_PROXY: integer(0, 10, 0),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .refine((env) => env.WEB_CONCURRENCY === 1 || env.DATABASE_URL !== undefined, {
    path: ["WEB_CONCURRENCY"],
    error: "several processes need PostgreSQL: set DATABASE_URL, or WEB_CONCURRENCY=1",
  })
  .refine((env) => env.SMTP_URL === undefined || env.PUBLIC_URL !== undefined, {
    path: ["PUBLIC_URL"],
    error:
      "is needed with SMTP_URL: mails carry links, and a request's own Host header is not to be trusted with them",
  });

export type Config = z.infer<typeof schema>;

/** A setting that cannot be used; the message is one clear line. */
export class ConfigError extends CannotRun {}

/**
 * Reads and checks the environment. An empty variable counts as unset.
 * @throws ConfigError naming the variable and what it must be.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ConfigError(`${issue?.path.join(".") ?? "environment"}: ${issue?.message ?? "is wrong"}`);
}

let current: Config | undefined;

/** The checked environment of this process, read once. */
export const config = (): Config => (current ??= readConfig(process.env));
