import { typeset } from "~/platform/i18n";

/** What the parser's trees are made of, as far as it matters here. */
interface Node {
  type: string;
  value?: string;
  tagName?: string;
  url?: string;
  identifier?: string;
  label?: string | null;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const text = (value: string): Node => ({ type: "text", value });

/** Visits every node below `parent`, deepest first, and puts in its place what `change` returns. */
function rewrite(parent: Node, change: (node: Node, parent: Node) => Node[]): void {
  if (!parent.children) return;
  for (const child of parent.children) rewrite(child, change);
  parent.children = parent.children.flatMap((child) => change(child, parent));
}

/** Footnotes stay where they are written: two texts on one page would fight over their anchors. */
export function keepFootnotesInline() {
  return (root: Node): void =>
    rewrite(root, (node) => {
      const mark = `[^${node.label ?? node.identifier}]`;
      if (node.type === "footnoteReference") return [text(mark)];
      if (node.type === "footnoteDefinition")
        return [{ type: "paragraph", children: [text(`${mark}:`)] }, ...(node.children ?? [])];
      return [node];
    });
}

const ELSEWHERE = "https://elsewhere.invalid";

/** An address that may be followed: http, https, mailto, or a path of this site. */
export function safeAddress(address: string): string | null {
  if (!URL.canParse(address, ELSEWHERE)) return null;
  const url = new URL(address, ELSEWHERE);
  // Browsers read "//" and "/\" as another site's name: only what stays here is a path.
  if (url.origin === ELSEWHERE) return address.startsWith("/") ? address : null;
  return URL.canParse(address) && ["http:", "https:", "mailto:"].includes(url.protocol) ? address : null;
}

const levelOf = ({ tagName }: Node): number => Number(/^h([1-6])$/.exec(tagName ?? "")?.[1] ?? 0);

function highestLevel(node: Node): number {
  return Math.min(levelOf(node) || 6, ...(node.children ?? []).map(highestLevel));
}

/**
 * Makes of a text what may stand in a page: its highest headings become `top`, links say that they lead to what
 * somebody else wrote, pictures become links to them, tags that were typed are read as typed, and spaces are those of
 * French typography.
 */
export function adapt({ top }: { top: number }) {
  return (root: Node): void => {
    const shift = top - highestLevel(root);
    rewrite(root, (node, parent) => {
      if (node.type === "raw") return [text(node.value ?? "")];
      if (node.type === "text" && parent.tagName !== "code") return [text(typeset(node.value ?? ""))];
      const level = levelOf(node);
      if (level > 0) return [{ ...node, tagName: `h${Math.min(6, level + shift)}` }];
      if (node.tagName === "a") return link(node.properties?.href, node.children ?? []);
      if (node.tagName === "img") {
        const alternative = [text(String(node.properties?.alt || node.properties?.src || ""))];
        return parent.tagName === "a" ? alternative : link(node.properties?.src, alternative);
      }
      if (node.tagName === "input") return [text(node.properties?.checked ? "☑" : "☐")];
      // Wide ones scroll by themselves: the keyboard must reach them.
      if (node.tagName === "table" || node.tagName === "pre")
        return [{ ...node, properties: { tabIndex: 0 } }];
      return [node];
    });
  };
}

function link(address: unknown, children: Node[]): Node[] {
  const href = safeAddress(String(address ?? ""));
  if (href === null) return children;
  return [
    { type: "element", tagName: "a", properties: { href, rel: ["nofollow", "ugc", "noopener"] }, children },
  ];
}

/** All that a text may be made of in the end; whatever `adapt` let through, nothing else is written. */
export const schema = {
  tagNames: [
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "br",
    "hr",
    "strong",
    "em",
    "del",
    "a",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
  ],
  attributes: { a: ["href", "rel"], ol: ["start"], pre: ["tabIndex"], table: ["tabIndex"] },
  protocols: { href: ["http", "https", "mailto"] },
  ancestors: {
    li: ["ol", "ul"],
    tr: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    tbody: ["table"],
  },
  strip: ["script", "style"],
};
