import { randomUUID } from "node:crypto";
import type { AppContext } from "~/http/context.server";
import { phaseOf, resultsVisible, type ItemPage } from "~/modules/consultation";
import { plainText, shorten } from "~/modules/consultation/index.server";
import type { Actor } from "~/modules/identity";
import { testimoniesOf } from "~/modules/stages/index.server";
import { acceptedOf, openParts, type CommentSort } from "~/modules/participation";
import { readDiscussion } from "~/modules/participation/index.server";
import { getItemFigures } from "~/modules/results/index.server";
import { now } from "~/platform/clock";
import { getT } from "~/platform/i18n";
import { itemLabel } from "~/ui/consultation/labels";
import { canonicalOf, type Head } from "~/ui/head";
import { renderMarkdown } from "~/ui/markdown/render.server";
import { showPlace } from "~/ui/participation/place";
import { showThread } from "~/ui/participation/shown";

const DONE = { enregistre: "saved", retire: "withdrawn" } as const;

/** Which page of comments an address asks for; anything odd asks for the first. */
export function readListing(search: URLSearchParams): { sort: CommentSort; page: number } {
  const page = search.get("page") ?? "";
  return {
    sort: search.get("tri") === "soutenus" ? "soutenus" : "recents",
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}

/** All that an item's page shows: what does not depend on the rest is read at the same time. */
export async function readItem({ url, locale }: AppContext, actor: Actor, place: ItemPage) {
  const { consultation, item } = place;
  const at = now();
  const listing = readListing(url.searchParams);
  const [{ voice, comments }, figures, testimonies] = await Promise.all([
    readDiscussion(actor, item, listing),
    resultsVisible(actor, consultation, at) ? getItemFigures(item.id) : null,
    testimoniesOf(item.id),
  ]);
  const t = getT(locale);
  const reading = { actor, consultation, item, now: at, render: renderMarkdown };
  const head: Head = {
    title: t("participation:item.head", { label: itemLabel(t, item), title: item.title }),
    description: shorten(plainText(item.body || item.title), 160),
    canonical: canonicalOf(url, ["tri", "page"]),
    hidden: consultation.status === "draft",
  };
  return {
    head,
    now: at,
    ...showPlace(place),
    html: renderMarkdown(item.body, 2),
    phase: phaseOf(consultation, at),
    parts: openParts(consultation, item, at),
    voice,
    figures,
    testimonies,
    comments: {
      ...comments,
      sort: listing.sort,
      threads: comments.threads.map((thread) => showThread(thread, reading)),
    },
    signedIn: actor.kind === "account",
    region: actor.kind === "account" ? actor.region : null,
    submission: randomUUID(),
    accepted: acceptedOf(url.searchParams),
    done: DONE[url.searchParams.get("avis") as keyof typeof DONE] ?? null,
  };
}
