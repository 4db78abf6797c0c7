/** Whether an error of the database carries this SQLSTATE, wherever the adapters put it. */
export function isSqlState(error: unknown, state: string): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("code" in error && error.code === state) return true;
  if (state === "23505" && "code" in error && error.code === "P2002") return true;
  if (state === "40001" && "code" in error && error.code === "P2034") return true;
  const meta = "meta" in error ? error.meta : undefined;
  const cause = "cause" in error ? error.cause : undefined;
  const driver =
    typeof meta === "object" && meta !== null && "driverAdapterError" in meta
      ? meta.driverAdapterError
      : undefined;
  const original = "originalCode" in error ? error.originalCode : undefined;
  return (
    original === state ||
    (meta !== undefined && isSqlState(meta, state)) ||
    isSqlState(driver, state) ||
    isSqlState(cause, state)
  );
}
