import type { Consultation, ItemNode } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { consultationHref, itemLabel } from "./labels";

/** Plain links that narrow the page to one axis; the address tells which, so that it can be shared. */
export function AxisFilter({
  consultation,
  nodes,
  axis,
}: {
  consultation: Pick<Consultation, "slug">;
  nodes: readonly ItemNode[];
  axis: string | null;
}) {
  const t = useT();
  const axes = nodes.filter(({ item }) => item.kind === "axis");
  if (axes.length < 2) return null;
  const home = consultationHref(consultation);
  return (
    <nav className="axis-filter" aria-label={t("consultation:page.filter")}>
      <ul>
        <li>
          <a href={home} aria-current={axis ? undefined : "true"}>
            {t("consultation:page.all-axes")}
          </a>
        </li>
        {axes.map(({ item }) => (
          <li key={item.ref}>
            <a href={`${home}?axe=${item.ref}`} aria-current={axis === item.ref ? "true" : undefined}>
              {itemLabel(t, item)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
