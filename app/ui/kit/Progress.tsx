import { useId } from "react";

/** How far one is: the sentence first ("3 actions sur 18 évaluées"), the bar second. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  const id = useId();
  return (
    <div className="progress">
      <span id={id}>{label}</span>
      <progress value={value} max={Math.max(1, max)} aria-labelledby={id} />
    </div>
  );
}
