interface Place {
  slug: string;
  ref: string;
}

interface Submitted {
  submission?: string | undefined;
}

export const itemAddress = ({ slug, ref }: Place): string =>
  `/concertations/${encodeURIComponent(slug)}/${encodeURIComponent(ref)}`;

export const commentAddress = (place: Place, commentId: number): string =>
  `${itemAddress(place)}/commentaires/${commentId}`;

/** What was done, and by which form: its draft can go. */
const done = (what: "enregistre" | "modifie", submission: string | undefined): string =>
  `?avis=${what}${submission ? `&envoi=${encodeURIComponent(submission)}` : ""}`;

/** Where an opinion that was just kept is confirmed: on the panel, or for a reply on the page of what it answers. */
export const savedAddress = ({
  parentId,
  submission,
  ...place
}: Place & Submitted & { parentId?: number | undefined }): string =>
  parentId === undefined
    ? `${itemAddress(place)}${done("enregistre", submission)}#votre-avis`
    : `${commentAddress(place, parentId)}${done("enregistre", submission)}`;

/** Where it is confirmed that a part of an opinion was taken back. */
export const withdrawnAddress = (place: Place): string => `${itemAddress(place)}?avis=retire#votre-avis`;

/** Where the new text of a comment is confirmed. */
export const editedAddress = ({
  commentId,
  submission,
  ...place
}: Place & Submitted & { commentId: number }): string =>
  `${commentAddress(place, commentId)}${done("modifie", submission)}`;

const SUBMISSION = /^[\da-f-]{36}$/;

/** The submission that a page confirms, by its address, or null. */
export function acceptedOf(search: URLSearchParams): string | null {
  const submission = search.get("envoi") ?? "";
  return SUBMISSION.test(submission) ? submission : null;
}
