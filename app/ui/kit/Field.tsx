import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Control, partControl, type ControlProps } from "./Control";

type FieldProps = ControlProps &
  Omit<ComponentPropsWithoutRef<"input">, "style" | "name" | "id" | "children"> & {
    /** After the field and read with it: a password's rules, for instance. */
    rules?: ReactNode;
  };

/** A labelled one-line field. Every attribute of `<input>` passes through. */
export function Field({ rules, type = "text", ...props }: FieldProps) {
  const { frame, element } = partControl(props, rules ? "rules" : undefined);
  return (
    <Control {...frame}>
      <input {...element} type={type} />
      {rules ? (
        <div className="field__rules" id={`${frame.id}-rules`}>
          {rules}
        </div>
      ) : null}
    </Control>
  );
}
