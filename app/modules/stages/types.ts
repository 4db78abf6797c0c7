import type { Consultation, Item } from "~/modules/consultation";

/** A stage of the tour of a consultation. */
export interface Stage {
  readonly id: number;
  readonly slug: string;
  /** Its rank in the tour. */
  readonly number: number | null;
  readonly title: string;
  readonly city: string;
  /** INSEE code. */
  readonly region: string;
  readonly startsAt: Date;
  readonly organisers: readonly string[];
  /** People in the room, with the words that go with an estimate: "plus de". */
  readonly attendance: number | null;
  readonly attendanceQualifier: string | null;
  readonly replayUrl: string | null;
  readonly place: string | null;
  readonly partners: readonly string[];
  /** Markdown. */
  readonly programme: string;
}

/** What a speaker said of an item, as the organisers reported it. */
export interface Testimony {
  readonly id: number;
  readonly speaker: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly points: readonly string[];
}

export interface StagePage {
  readonly consultation: Consultation;
  readonly stage: Stage;
  /** Testimonies by item, in the roadmap's reading order. */
  readonly groups: readonly { readonly item: Item; readonly testimonies: readonly Testimony[] }[];
}
