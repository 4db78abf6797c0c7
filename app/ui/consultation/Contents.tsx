import type { ItemNode } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { Meta } from "~/ui/kit/Layout";
import { itemsOf } from "./labels";

/** How much there is to read: "4 axes, 18 actions, 65 objectifs". */
export function Contents({ nodes }: { nodes: readonly ItemNode[] }) {
  const t = useT();
  const kinds = itemsOf(nodes).map(({ kind }) => kind);
  const counts = (["axis", "action", "objective"] as const)
    .map((kind) => ({ kind, count: kinds.filter((other) => other === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <Meta>{counts.map(({ kind, count }) => t(`consultation:page.count-${kind}`, { count })).join(", ")}</Meta>
  );
}
