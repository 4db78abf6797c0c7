/** Texts by path: what one language says in one namespace. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** The paths of a catalogue and nothing more, whatever the texts are. */
type SamePaths<C> = { readonly [K in keyof C]: C[K] extends string ? string : SamePaths<C[K]> };

/** One namespace in both languages. A path that only one of them has fails the type check. */
export interface Bilingual<C = Catalogue> {
  readonly fr: C;
  readonly en: SamePaths<C>;
}
export const inBoth = <F, E extends SamePaths<F>>(fr: F & SamePaths<E>, en: E): Bilingual<F> => ({
  fr,
  en,
});

/** All namespaces. `app/words.ts` says which there are. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Words {}

/** `people_one` and `people_other` are asked for as `people`, with a `count`. */
type Asked<K extends string> = K extends `${infer Noun}_${"one" | "other"}` ? Noun : K;

type Paths<C, Before extends string> = {
  [K in keyof C & string]: C[K] extends string ? `${Before}${Asked<K>}` : Paths<C[K], `${Before}${K}.`>;
}[keyof C & string];

/** `namespace:path` of a text that exists. */
export type Key = { [N in keyof Words & string]: Paths<Words[N], `${N}:`> }[keyof Words & string];

/** What may stand after `Before` in a key: `Ending<"stages:field.">` is "title" or "city" or … */
export type Ending<Before extends string> = Key extends infer K
  ? K extends `${Before}${infer End}`
    ? End
    : never
  : never;

const known = new Set<string>();
export const learnKeys = (keys: readonly string[]): void => keys.forEach((key) => known.add(key));

/** Whether a text is a key: what a schema says of a field arrives as any text. Knows nothing in a browser. */
export const isKey = (text: string | undefined): text is Key => text !== undefined && known.has(text);

/** The key that a schema gave as its message, else another: the schema's own words are for programmers. */
export const keyOr = (message: string | undefined, otherwise: Key): Key =>
  isKey(message) ? message : otherwise;
