import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Synthesis } from "~/modules/polls";
import { LocaleProvider } from "../i18n";
import { SynthesisLine } from "./SynthesisLine";

const told = (synthesis: Synthesis, locale: "fr" | "en" = "fr") =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <SynthesisLine synthesis={synthesis} />
    </LocaleProvider>,
  )
    .replace(/<[^>]+>/g, "")
    .replace(/[\u202f\u00a0]/g, " ")
    .replace(/&#x27;/g, "'");

const choice = { ref: "ambition", label: "une ambition partagée" };
const cases: [Synthesis, string][] = [
  [
    { is: "choice", n: 40, count: 30, told: { fraction: "three-quarters", side: "exactly" }, choice },
    "Les trois quarts des répondants (n = 40) choisissent « une ambition partagée ».",
  ],
  [
    { is: "choice", n: 40, count: 26, told: { fraction: "two-thirds", side: "less" }, choice },
    "Près des deux tiers des répondants (n = 40) choisissent « une ambition partagée ».",
  ],
  [
    { is: "choice", n: 30, count: 4, told: { fraction: "tenth", side: "more" }, choice },
    "Plus d’un répondant sur dix (n = 30) choisit « une ambition partagée ».",
  ],
  [
    { is: "choice", n: 40, count: 23, told: { percent: 57 }, choice },
    "57 % des répondants (n = 40) choisissent « une ambition partagée ».",
  ],
  [{ is: "choice", n: 4, count: 3, told: null, choice }, "3 réponses sur 4 : « une ambition partagée »."],
  [
    { is: "stars", n: 38, mean: 4.24, told: { whole: 4, side: "more" } },
    "Plus de 4 étoiles sur 5 en moyenne (n = 38).",
  ],
  [{ is: "stars", n: 38, mean: 3.6, told: null }, "3,6 sur 5 en moyenne (n = 38)."],
  [
    {
      is: "quiz",
      n: 40,
      count: 24,
      told: { fraction: "six-tenths", side: "exactly" },
      choice: { ref: "faux", label: "Faux" },
    },
    "Six répondants sur dix (n = 40) ont trouvé la bonne réponse : « Faux ».",
  ],
  [
    {
      is: "quiz",
      n: 40,
      count: 0,
      told: { fraction: "none", side: "exactly" },
      choice: { ref: "faux", label: "Faux" },
    },
    "Aucun répondant (n = 40) n’a trouvé la bonne réponse.",
  ],
  [
    {
      is: "position",
      n: 40,
      count: 40,
      told: { fraction: "all", side: "exactly" },
      choice: { ref: "against", label: null },
    },
    "Tous les répondants (n = 40) sont en désaccord.",
  ],
  [
    {
      is: "tie",
      n: 40,
      count: 20,
      choices: [
        { ref: "a", label: "A" },
        { ref: "b", label: "B" },
      ],
    },
    "À égalité en tête, 20 réponses chacune : « A » et « B » (n = 40).",
  ],
  [
    { is: "scale", n: 12, mean: 7.25, from: 1, to: 10 },
    "7,3 en moyenne, sur une échelle de 1 à 10 (n = 12).",
  ],
  [
    {
      is: "order",
      n: 40,
      best: [
        { ref: "a", label: "A", share: 0.68, n: 27, place: 1 },
        { ref: "b", label: "B", share: 0.6, n: 24, place: 2 },
      ],
    },
    "En tête : « A » (68 %) et « B » (60 %) (n = 40, plusieurs choix possibles).",
  ],
  [
    {
      is: "ranking",
      n: 9,
      best: [
        { ref: "a", label: "A", share: 0.9, n: 9, place: 1 },
        { ref: "b", label: "B", share: 0.5, n: 9, place: 2 },
      ],
    },
    "Classement : 1. « A » et 2. « B » (n = 9).",
  ],
  [
    { is: "words", n: 12, words: [{ word: "soin", n: 5 }] },
    "Les mots les plus donnés : « soin » (5) (n = 12).",
  ],
  [{ is: "words", n: 3, words: [] }, "3 personnes ont écrit."],
  [{ is: "texts", n: 1 }, "1 personne a écrit."],
  [{ is: "silent" }, "Personne n’a répondu à cette question."],
];
test.each(cases)("%j is said so", (synthesis, sentence) => expect(told(synthesis)).toBe(sentence));

test("English says the same", () => {
  expect(
    told({ is: "choice", n: 40, count: 26, told: { fraction: "two-thirds", side: "less" }, choice }, "en"),
  ).toBe("Nearly two thirds of respondents (n = 40) choose “une ambition partagée”.");
});
