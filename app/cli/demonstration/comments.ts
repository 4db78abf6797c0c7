import type { Demonstration } from "~/modules/participation/index.server";
import type { Person } from "./people";
import type { Random } from "./random";
import { notAfter, startOf, type Period } from "./voices";

/** A comment that was written for the demonstration: by whom of the categories, and what they say. */
export interface WrittenComment {
  ref: string;
  by: string;
  text: string;
  replies: { by: string; text: string }[];
}

const HOUR = 3_600_000;

/** Gives each written comment and reply an author of its category, an hour and people who support it. */
export function makeComments(
  random: Random,
  people: readonly Person[],
  written: readonly WrittenComment[],
  period: Period,
) {
  const comments: Demonstration["comments"] = [];
  const supports: Demonstration["supports"] = [];
  const authors = new Set<Person>();

  written.forEach(({ ref, by, text, replies }, index) => {
    const thread = new Set<Person>();
    const first = authorOf(by, thread);
    let at = startOf(random, first, period);
    const key = String(index);
    add(key, null, first, text);
    replies.forEach((reply, rank) => {
      at += random.between(1, 40) * HOUR;
      add(`${key}-${rank}`, key, authorOf(reply.by, thread), reply.text);
    });

    function add(key: string, parent: string | null, person: Person, body: string) {
      comments.push({
        key,
        parent,
        person: person.key,
        ref,
        channel: person.channel,
        body,
        at: notAfter(period.to, at),
      });
      const many = Math.floor(random.next() ** 3 * (parent === null ? 28 : 12));
      const others = random.some(
        people.filter((other) => other !== person && other.channel === "online"),
        many,
      );
      supports.push(...others.map((other) => ({ comment: key, person: other.key })));
    }
  });
  return { comments, supports };

  /** Somebody of the category who has not commented yet, if there still is one, and never twice in a thread. */
  function authorOf(stakeholder: string, thread: Set<Person>): Person {
    const able = people.filter((person) => person.stakeholder === stakeholder && !thread.has(person));
    const fresh = able.filter((person) => !authors.has(person));
    const author = random.pick(fresh.length > 0 ? fresh : able.length > 0 ? able : people);
    authors.add(author);
    thread.add(author);
    return author;
  }
}
