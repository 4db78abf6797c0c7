import { randomInt } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import { asCell } from "~/modules/participation/index.server";
import { findAnswers, type AnswerRow } from "./export-store.server";
import { managePoll, type Place } from "./manage.server";

const COLUMNS = [
  "question",
  "titre",
  "type",
  "tour",
  "repondant",
  "canal",
  "region",
  "categorie",
  "reponse",
  "rang",
  "statut",
  "depose_le",
] as const;

/**
 * All answers at a stage as CSV, those of before a reset too: a row for each choice or text. Respondents are numbers that
 * mean something within this file alone: neither devices nor accounts can be told from them.
 * @throws DomainError forbidden, not-found
 */
export async function exportAnswers(...place: Place): Promise<string> {
  const { stage } = await managePoll(...place);
  const rows = await findAnswers(stage.id);
  const numbers = shuffled([...new Set(rows.map(({ respondent }) => respondent))]);
  const numberOf = new Map(numbers.map((respondent, index) => [respondent, index + 1]));
  return stringify(
    rows.map((row) => cells(row, numberOf)),
    { columns: [...COLUMNS], header: true },
  );
}

function cells(
  { definition, round, respondent, setting, region, stakeholder, value, place, state, at }: AnswerRow,
  numberOf: ReadonlyMap<number, number>,
): Record<(typeof COLUMNS)[number], string | number | null> {
  const { ref, title, kind, options } = definition;
  return {
    question: ref,
    titre: asCell(title),
    type: kind,
    tour: round + 1,
    repondant: numberOf.get(respondent) ?? null,
    canal: setting === "room" ? "event" : setting,
    region,
    categorie: stakeholder,
    reponse: asCell(options.find((option) => option.ref === value)?.label ?? value),
    rang: kind === "ranking" ? place : null,
    statut: state,
    depose_le: at.toISOString(),
  };
}

/** In an order that says nothing of who came first. */
function shuffled<T>(list: readonly T[]): T[] {
  const left = [...list];
  return list.map(() => left.splice(randomInt(left.length), 1)[0] as T);
}
