import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Control, partControl, type ControlProps } from "./Control";

type TextAreaProps = ControlProps &
  Omit<ComponentPropsWithoutRef<"textarea">, "style" | "name" | "id" | "children" | "maxLength" | "wrap"> & {
    /**
     * The most characters the server accepts. Not the `maxlength` attribute: that one cuts a pasted
     * text without a word, and nothing typed may be lost. `CharCounter` and the server say it instead.
     */
    max?: number;
    /** Wraps the textarea, e.g. `(area) => <RichText …>{area}</RichText>`. */
    wrap?: (area: ReactNode) => ReactNode;
    /** Under the textarea: a `CharCounter`. */
    counter?: ReactNode;
  };

/** A labelled text of several lines. */
export function TextArea({ max, wrap, counter, rows = 5, ...props }: TextAreaProps) {
  const { frame, element } = partControl(props, counter ? "count" : undefined);
  const area = <textarea {...element} rows={rows} data-max={max} />;
  return (
    <Control {...frame}>
      {wrap ? wrap(area) : area}
      {counter}
    </Control>
  );
}
