import type { ComponentPropsWithoutRef } from "react";
import { Control, partControl, type ControlProps } from "./Control";

export interface SelectOption {
  value: string;
  label: string;
  /** When it is not the page's. */
  lang?: string | undefined;
}

type SelectProps = ControlProps &
  Omit<ComponentPropsWithoutRef<"select">, "style" | "name" | "id" | "children"> & {
    options: readonly SelectOption[];
    /** The first, empty option: "Je préfère ne pas le dire". */
    empty?: string;
  };

/** A labelled list of choices. */
export function Select({ options, empty, ...props }: SelectProps) {
  const { frame, element } = partControl(props);
  return (
    <Control {...frame}>
      <select {...element}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Control>
  );
}
