import type { Consultation, Item, ItemKind, Phase } from "~/modules/consultation";
import type { Cell } from "./cells";
import type { ItemCells } from "./cube";
import type { Filter } from "./filter";
import type { Turnout } from "./turnout";

export type ResultItem = Pick<Item, "id" | "ref" | "kind" | "number" | "title">;

/** An item with its figures in the view that was asked for. */
export interface ItemResults extends ItemCells {
  item: ResultItem;
}

interface Shown {
  consultation: Consultation;
  /** As it was asked for, with the kind of items that is shown when none was. */
  filter: Filter & { kind: ItemKind };
  /** What the filter can choose from. */
  axes: readonly ResultItem[];
  kinds: readonly ItemKind[];
  /** Whether every figure is shown, as to staff. */
  whole: boolean;
  threshold: number;
  turnout: Turnout;
}

/** The table of items by regions. */
export interface Results extends Shown {
  items: readonly ItemResults[];
}

/** A region's figures beside those of the whole country. */
export interface RegionResults extends Shown {
  region: string;
  items: readonly { item: ResultItem; region: Cell; total: Cell }[];
}

/** The open data, as `/api/v1/concertations/:slug/resultats` gives it. */
export interface ResultsJson {
  consultation: {
    slug: string;
    title: string;
    opensAt: string;
    closesAt: string;
    status: Phase;
    demonstration: boolean;
  };
  threshold: number;
  participants: number;
  items: {
    ref: string;
    kind: ItemKind;
    number: number | null;
    title: string;
    total: Cell;
    byRegion: Record<string, Cell>;
    byStakeholder: Record<string, Cell>;
    byChannel: Record<string, Cell>;
  }[];
}
