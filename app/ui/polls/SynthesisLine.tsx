import type { Position } from "~/modules/participation";
import type { Ranked, Synthesis, ToldShare } from "~/modules/polls";
import { textOf, type Locale, type T } from "~/platform/i18n";
import { Content } from "~/ui/consultation/Content";
import { useFormat, useLocale, useT } from "~/ui/i18n";

type Words = { t: T; locale: Locale; format: ReturnType<typeof useFormat> };

/** What the answers to a question say, in one sentence. */
export function SynthesisLine({ synthesis }: { synthesis: Synthesis }) {
  const words = { t: useT(), locale: useLocale(), format: useFormat() };
  const [first, ...others] = words.format.text(sentence(synthesis, words)).split(MARK);
  return (
    <p className="synthesis">
      {first}
      {others.map((part, index) => (index % 2 === 0 ? <Content key={index}>{part}</Content> : part))}
    </p>
  );
}

/** Around a label inside a sentence: it is the questionnaire's, and has a language of its own. A character of nobody's. */
const MARK = "\uE000";

/** Fractions that are said of one person: "un répondant sur dix choisit". */
const SINGULAR = new Set(["tenth", "none"]);

/** "Près des deux tiers des répondants", and whether the verb is in the singular. */
function tellWho(told: ToldShare, { t, format }: Words): { who: string; count: number } {
  if ("percent" in told)
    return { who: t("polls:part.percent", { percent: format.percent(told.percent / 100) }), count: 2 };
  const { fraction, side } = told;
  const who =
    side === "exactly"
      ? t(`polls:fraction.${fraction}`)
      : t(`polls:part.${side}`, { fraction: t(`polls:of-fraction.${fraction}`) });
  return { who: who.charAt(0).toLocaleUpperCase() + who.slice(1), count: SINGULAR.has(fraction) ? 1 : 2 };
}

const list = (parts: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(parts);

function sentence(synthesis: Synthesis, words: Words): string {
  const { t, locale, format } = words;
  const n = "n" in synthesis ? format.number(synthesis.n) : "";
  const quoted = (label: string | null, ref: string) =>
    t("polls:synthesis.quoted", { label: label === null ? positionLabel(ref, t) : `${MARK}${label}${MARK}` });
  switch (synthesis.is) {
    case "silent":
      return t("polls:synthesis.silent");
    case "choice":
    case "position":
    case "quiz":
      return chosen(synthesis, words, n, quoted);
    case "tie":
      return t("polls:synthesis.tie", {
        n,
        count: synthesis.count,
        number: format.number(synthesis.count),
        list: list(
          synthesis.choices.map(({ ref, label }) => quoted(label, ref)),
          locale,
        ),
      });
    case "stars": {
      const { told } = synthesis;
      return told
        ? t(`polls:synthesis.stars-${told.side}`, { n, count: told.whole })
        : t("polls:synthesis.stars", { n, mean: format.number(synthesis.mean, 1) });
    }
    case "scale":
      return t("polls:synthesis.scale", {
        n,
        mean: format.number(synthesis.mean, 1),
        from: synthesis.from,
        to: synthesis.to,
      });
    case "order":
    case "ranking": {
      const figure = (one: Ranked) =>
        synthesis.is === "ranking"
          ? t("polls:synthesis.place", { place: one.place, label: quoted(one.label, one.ref) })
          : t("polls:synthesis.figure", {
              label: quoted(one.label, one.ref),
              figure: synthesis.n < 5 ? format.number(one.n) : format.percent(one.share),
            });
      return t(`polls:synthesis.${synthesis.is}`, { n, list: list(synthesis.best.map(figure), locale) });
    }
    case "words":
      if (synthesis.words.length === 0) return t("polls:synthesis.texts", { n, count: synthesis.n });
      return t("polls:synthesis.words", {
        n,
        list: list(
          synthesis.words.map(({ word, n }) =>
            t("polls:synthesis.figure", { label: quoted(word, word), figure: format.number(n) }),
          ),
          locale,
        ),
      });
    case "texts":
      return t("polls:synthesis.texts", { n, count: synthesis.n });
  }
}

type Chosen = Extract<Synthesis, { is: "choice" | "position" | "quiz" }>;

function chosen(
  synthesis: Chosen,
  words: Words,
  n: string,
  quoted: (label: string | null, ref: string) => string,
): string {
  const { t, format } = words;
  const { is, choice, count, told } = synthesis;
  const label = choice ? quoted(choice.label, choice.ref) : "";
  if (told === null)
    return t(is === "quiz" ? "polls:synthesis.few-right" : "polls:synthesis.few", {
      n,
      label,
      count,
      number: format.number(count),
    });
  const who = tellWho(told, words);
  if (is === "choice") return t("polls:synthesis.choice", { ...who, n, label });
  if (is === "position") return t(`polls:position.${(choice?.ref ?? "for") as Position}`, { ...who, n });
  if (count === 0) return t("polls:synthesis.none-right", { n });
  return t(choice ? "polls:synthesis.right" : "polls:synthesis.right-several", { ...who, n, label });
}

const positionLabel = (ref: string, t: T): string => textOf(t, `participation:position.${ref}`, ref);
