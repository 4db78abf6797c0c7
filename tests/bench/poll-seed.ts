import { questionnaireSchema } from "../../app/modules/polls";
import { seedConsultation, seedSessions, SLUG, type Run } from "./seed";

export const CODE = "K7M4QX";
export const SCREEN_KEY = "cle-de-l-ecran-du-banc-d-essai";
export const CHOICES = ["ambition", "confiance", "labyrinthe", "promesse"] as const;
/** The question whose stars count in an item's results. */
export const RATING = "priorite";
export const choiceQuestion = (number: number): string => `evoque-${number}`;

const LABELS = ["Une ambition partagée", "Un cadre de confiance", "Un labyrinthe", "Une promesse à tenir"];

const QUESTIONS = [
  ...Array.from({ length: 12 }, (_, index) => ({
    ref: choiceQuestion(index + 1),
    kind: "single",
    title: `${index + 1}. Que vous évoque la feuille de route du numérique en santé ?`,
    options: CHOICES.map((ref, option) => ({ ref, label: LABELS[option] })),
  })),
  { ref: RATING, kind: "stars", item: "item-5", title: "Quelle priorité donnez-vous à cette action ?" },
  {
    ref: "deux",
    kind: "multiple",
    title: "Qui est concerné ?",
    most: 2,
    options: ["pros", "public", "prive"].map((ref) => ({ ref, label: ref })),
  },
  { ref: "mots", kind: "words", title: "En un mot ?" },
];

/** A stage with a poll of these questions, nothing shown yet. Returns an organiser's session. */
export async function seedRoom(run: Run): Promise<string> {
  const { title, questions } = questionnaireSchema.parse({
    title: "Le numérique en santé : et vous ?",
    questions: QUESTIONS,
  });
  await seedConsultation(run);
  await run(
    `INSERT INTO stage (consultation_id, slug, title, city, region, starts_at)
     SELECT id, 'etape', 'Étape de Toulouse', 'Toulouse', '76', now() FROM consultation WHERE slug = $1`,
    [SLUG],
  );
  for (const [position, definition] of questions.entries()) {
    await run(
      `INSERT INTO poll_question (stage_id, position, ref, definition, item_id)
       SELECT e.id, $1::int, $2::text, $3::jsonb, (SELECT i.id FROM item AS i WHERE i.consultation_id = e.consultation_id AND i.ref = $4::text)
       FROM stage AS e WHERE e.slug = 'etape'`,
      [position, definition.ref, JSON.stringify(definition), definition.item],
    );
  }
  await run(
    "INSERT INTO poll (stage_id, code, screen_key, title) SELECT id, $1, $2, $3 FROM stage WHERE slug = 'etape'",
    [CODE, SCREEN_KEY, title],
  );
  const [organiser = ""] = await seedSessions(run, 1, "organiser");
  return organiser;
}

/** Answers to each question as they stand in the database: "question choice" → how many. */
export const STORED = `
  SELECT q.ref || ' ' || c.choice AS key, count(*)::int AS n
  FROM poll_answer AS a JOIN poll_question AS q ON q.id = a.question_id AND q.round = a.round, unnest(a.choices) AS c (choice) GROUP BY 1`;
