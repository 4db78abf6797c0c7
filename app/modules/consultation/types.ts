export const ITEM_KINDS = ["axis", "action", "objective"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export type Phase = "draft" | "upcoming" | "open" | "closed";

/** A draft roadmap put to the public. Open from `opensAt`, closed at `closesAt` exactly. */
export interface Consultation {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly tagline: string | null;
  /** Markdown. */
  readonly summary: string;
  readonly status: "draft" | "published";
  /** IANA name of the zone in which its dates are told. */
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly publisherName: string;
  readonly partners: readonly string[];
  readonly resultsShown: "during" | "after";
  /** Holds made-up voices: every page that shows them says so. */
  readonly demonstration: boolean;
}

/** What people may do on an item while the consultation is open. */
export interface Opens {
  readonly vote: boolean;
  readonly stars: boolean;
  readonly comments: boolean;
}

/** An axis, an action or an objective. */
export interface Item {
  readonly id: number;
  readonly consultationId: number;
  readonly parentId: number | null;
  /** Stable and unique in its consultation; part of the item's address. */
  readonly ref: string;
  readonly kind: ItemKind;
  readonly number: number | null;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly owner: string | null;
  readonly dueYear: number | null;
  readonly opens: Opens;
  /** 1 until its title or text has changed. */
  readonly version: number;
  /** When the title or text last changed. */
  readonly updatedAt: Date;
}

/** A consultation and its items, in the order in which they are read. */
export interface Roadmap {
  readonly consultation: Consultation;
  readonly items: readonly Item[];
}

export interface ItemNode {
  readonly item: Item;
  readonly children: readonly ItemNode[];
}

/** An item in its place. */
export interface ItemPage {
  readonly consultation: Consultation;
  readonly item: Item;
  /** From the top of the tree down to the item's parent. */
  readonly ancestors: readonly Item[];
  readonly children: readonly Item[];
  /** The items of the same kind before and after it, in reading order. */
  readonly previous: Item | null;
  readonly next: Item | null;
}

/** A text that an item had or has; `replacedAt` is null for the one that stands. */
export interface ItemText {
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly replacedAt: Date | null;
}
