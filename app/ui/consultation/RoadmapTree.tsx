import type { Consultation, Item, ItemNode } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import { Chip } from "~/ui/kit/Chip";
import { Content } from "./Content";
import { ItemLabel } from "./ItemLabel";
import { itemHref } from "./labels";

interface TreeProps {
  consultation: Pick<Consultation, "slug">;
  nodes: readonly ItemNode[];
  /** The items on which the reader has a voice. */
  voiced?: ReadonlySet<number>;
}

/** A roadmap from top to bottom: axes as sections, their actions, and under each its objectives. */
export function RoadmapTree({ nodes, ...shared }: TreeProps) {
  const axes = nodes.filter(({ item }) => item.kind === "axis");
  const others = nodes.filter(({ item }) => item.kind !== "axis");
  return (
    <div className="roadmap">
      {others.length > 0 ? <ItemList nodes={others} {...shared} /> : null}
      {axes.map(({ item, children }) => (
        <section key={item.ref} id={item.ref} className="roadmap__axis" aria-labelledby={`${item.ref}-title`}>
          <h2 id={`${item.ref}-title`}>
            <ItemLink item={item} {...shared} />
          </h2>
          <ItemList nodes={children} {...shared} />
        </section>
      ))}
    </div>
  );
}

function ItemList({ nodes, ...shared }: TreeProps) {
  if (nodes.length === 0) return null;
  return (
    <ul className="roadmap__items">
      {nodes.map(({ item, children }) => (
        <li key={item.ref} className={`roadmap__${item.kind}`}>
          {item.kind === "objective" ? (
            <ItemLink item={item} {...shared} />
          ) : (
            <h3>
              <ItemLink item={item} {...shared} />
            </h3>
          )}
          <Facts item={item} voiced={shared.voiced} />
          <ItemList nodes={children} {...shared} />
        </li>
      ))}
    </ul>
  );
}

function ItemLink({ item, consultation }: { item: Item; consultation: Pick<Consultation, "slug"> }) {
  return (
    <a className="roadmap__link" href={itemHref(consultation, item)}>
      <ItemLabel item={item} /> <Content className="roadmap__title" text={item.title} />
    </a>
  );
}

/** Who answers for it and by when, and whether the reader has spoken. */
function Facts({ item, voiced }: { item: Item; voiced?: ReadonlySet<number> }) {
  const t = useT();
  const facts = [
    item.owner ? t("consultation:page.owner", { name: item.owner }) : null,
    item.dueYear === null ? null : t("consultation:page.due", { year: item.dueYear }),
  ].filter((fact) => fact !== null);
  const done = voiced?.has(item.id);
  if (facts.length === 0 && !done) return null;
  return (
    <p className="meta roadmap__facts">
      {done ? (
        <Chip icon="check">
          {t(item.kind === "objective" ? "consultation:page.voiced-objective" : "consultation:page.voiced")}
        </Chip>
      ) : null}
      {facts.length > 0 ? <span>{facts.join(" · ")}</span> : null}
    </p>
  );
}
