import { getRoadmap } from "~/modules/consultation/index.server";
import { OPERATOR } from "~/modules/identity";
import { createStaff, revokeStaff } from "~/modules/identity/index.server";
import { readArguments, UsageError } from "./arguments";
import { withDatabase } from "./database";
import { print, t } from "./terminal";

interface Appointment {
  email: string;
  roles: string[];
  /** The slug of a consultation, or undefined: all of them. */
  consultation: string | undefined;
}

function readAppointment(args: readonly string[], usage: string): Appointment {
  const {
    words: [email = ""],
    options: { role = [], consultation },
  } = readArguments(
    args,
    { words: 1, options: { role: { type: "string", multiple: true }, consultation: { type: "string" } } },
    usage,
  );
  if (!Array.isArray(role) || consultation === "") throw new UsageError(usage);
  const slug = typeof consultation === "string" ? consultation : undefined;
  return { email, roles: role.map(String), consultation: slug };
}

const idOf = async (slug: string): Promise<number> => (await getRoadmap(OPERATOR, slug)).consultation.id;

/** Roles as a person reads them, with the consultation that they are held in. */
const tell = (roles: readonly string[], consultation: string | undefined): string => {
  const role = [...new Set(roles)].join(", ");
  return consultation === undefined ? role : t("cli:staff.in", { role, consultation });
};

/** create-staff EMAIL --role ROLE… [--consultation SLUG]: gives roles, in all consultations or in one. */
export async function createStaffCommand(args: readonly string[]): Promise<0> {
  const usage = t("cli:usage.create-staff");
  const { email, roles, consultation } = readAppointment(args, usage);
  if (roles.length === 0) throw new UsageError(usage);
  const { password } = await withDatabase(async () => {
    const consultationId = consultation === undefined ? null : await idOf(consultation);
    return createStaff(OPERATOR, { email, roles, consultationId });
  });
  const role = tell(roles, consultation);
  print(
    password === null
      ? t("cli:staff.promoted", { email, role })
      : t("cli:staff.created", { email, role, password }),
  );
  return 0;
}

/** revoke-staff EMAIL [--role ROLE…] [--consultation SLUG]: takes roles away, these or all; exit 1 when there were none. */
export async function revokeStaffCommand(args: readonly string[]): Promise<0 | 1> {
  const { email, roles, consultation } = readAppointment(args, t("cli:usage.revoke-staff"));
  const taken = await withDatabase(async () =>
    revokeStaff(OPERATOR, {
      email,
      roles: roles.length > 0 ? roles : undefined,
      consultationId: consultation === undefined ? undefined : await idOf(consultation),
    }),
  );
  if (taken.length === 0) {
    print(t("cli:staff.nothing", { email }));
    return 1;
  }
  const role = tell(
    taken.map((grant) => grant.role),
    consultation,
  );
  print(t("cli:staff.revoked", { email, role }));
  return 0;
}
