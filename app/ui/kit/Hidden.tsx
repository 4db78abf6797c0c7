export type HiddenFields = Readonly<Record<string, string | undefined>>;

/** Values that a form carries without showing them. */
export function Hidden({ fields }: { fields?: HiddenFields }) {
  return (
    <>
      {Object.entries(fields ?? {}).map(([name, value]) =>
        value === undefined || value === "" ? null : (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
    </>
  );
}
