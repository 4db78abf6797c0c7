import { useT } from "~/ui/i18n";
import { VisuallyHidden } from "~/ui/kit/Layout";
import { Content } from "./Content";
import { changesBetween } from "./diff";

/** Two versions of a text as one: what went is struck through, what came is underlined, and both are said in words. */
export function Difference({ before, after }: { before: string; after: string }) {
  const t = useT();
  if (before === after)
    return (
      <p className="meta">
        {t(before === "" ? "consultation:versions.nothing" : "consultation:versions.same")}
      </p>
    );
  return (
    <p className="difference">
      {changesBetween(before, after).map(({ kind, text }, index) => {
        if (kind === "same") return <Content key={index}>{text}</Content>;
        const Tag = kind === "added" ? "ins" : "del";
        return (
          <Tag key={index}>
            <VisuallyHidden> [{t(`consultation:versions.${kind}`)}] </VisuallyHidden>
            <Content>{text}</Content>
            <VisuallyHidden> [{t(`consultation:versions.${kind}-end`)}] </VisuallyHidden>
          </Tag>
        );
      })}
    </p>
  );
}
