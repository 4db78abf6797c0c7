import demonstration from "../../prisma/demo/roadmap.json";

export interface FileItem {
  ref: string;
  kind: string;
  title: string;
  number?: number;
  body?: string;
  owner?: string;
  dueYear?: number;
  children?: FileItem[];
}

const { demonstration: _madeUp, items, ...roadmap } = demonstration;

/** The roadmap of the demonstration as its publisher would send it: real input, with keys that nobody reads. */
export const ROADMAP = {
  ...roadmap,
  items: items as FileItem[],
  sources: ["projet.txt"],
  note: "Only what the sources name.",
};
