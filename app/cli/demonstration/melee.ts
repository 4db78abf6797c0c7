import type { Random } from "./random";

/** What one made-up respondent says to one question. */
export interface MadeAnswer {
  readonly question: string;
  readonly choice: string[];
  readonly stars?: string;
  readonly text: string[];
}

export interface MadeRespondent {
  readonly device: string;
  /** In the room; the others answered online afterwards. */
  readonly inRoom: boolean;
  readonly answers: readonly MadeAnswer[];
}

const RESPONDENTS = 40;
const IN_ROOM = 26;

/** How many chose what: made so that the results are those that were reported of that afternoon. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  evoque: { ambition: 30, acteur: 5, labyrinthe: 3, contrainte: 2 },
  concerne: { pros: 35, usagers: 31, public: 27, prive: 19 },
  "attentes-acces": { identite: 27, telesante: 24, apcv: 20, "sante-fr": 16, telesurveillance: 11 },
  doctrine: { faux: 24, vrai: 16 },
};
/** Questions to which one gives a single choice. */
const SINGLE = ["evoque", "doctrine"];
const STARS = { question: "priorite-axe-4", given: { 5: 17, 4: 14, 3: 6, 2: 1 } };
const TEXTS = {
  question: "question-libre",
  given: [
    "Comment les petites structures seront-elles accompagnées ?",
    "Qui explique Mon espace santé aux patients éloignés du numérique ?",
    "Quel calendrier pour la qualification de l'identité dans les cabinets de ville ?",
    "Les éditeurs auront-ils le temps de se mettre à niveau ?",
    "Merci pour la clarté de la présentation.",
    "Comment articuler la feuille de route et les projets régionaux déjà lancés ?",
    "La télésurveillance sera-t-elle évaluée avec les patients ?",
    "Pensez aux professionnels du médico-social, souvent oubliés.",
    "Où suivre l'avancement des objectifs ?",
  ],
};

/** The respondents of the afternoon at Toulouse, the same for the same seed. */
export function makeRespondents(random: Random): MadeRespondent[] {
  const answers: MadeAnswer[][] = Array.from({ length: RESPONDENTS }, () => []);
  const everybody = answers.map((_, index) => index);
  for (const [question, counts] of Object.entries(CHOICES)) {
    const chosen = new Map<number, string[]>();
    const give = (index: number | undefined, option: string) =>
      index !== undefined && chosen.set(index, [...(chosen.get(index) ?? []), option]);
    if (SINGLE.includes(question)) {
      const order = random.some(everybody, RESPONDENTS);
      for (const [option, count] of Object.entries(counts))
        for (let i = 0; i < count; i++) give(order.pop(), option);
    } else {
      for (const [option, count] of Object.entries(counts)) {
        // Everybody chooses something: who has not yet comes first.
        const order = random
          .some(everybody, RESPONDENTS)
          .sort((a, b) => Number(chosen.has(a)) - Number(chosen.has(b)));
        for (const index of order.slice(0, count)) give(index, option);
      }
    }
    for (const [index, choice] of chosen) answers[index]?.push({ question, choice, text: [] });
  }
  const rating = random.some(everybody, RESPONDENTS);
  for (const [stars, count] of Object.entries(STARS.given))
    for (let i = 0; i < count; i++)
      answers[rating.pop() ?? 0]?.push({ question: STARS.question, choice: [], stars, text: [] });
  const writing = random.some(everybody, RESPONDENTS);
  for (const text of TEXTS.given)
    answers[writing.pop() ?? 0]?.push({ question: TEXTS.question, choice: [], text: [text] });
  return answers.map((given, index) => ({
    device: `demonstration-melee-${String(index).padStart(3, "0")}`,
    inRoom: index < IN_ROOM,
    answers: given,
  }));
}
