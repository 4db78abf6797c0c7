import { textOf, type T } from "~/platform/i18n";

/** The pages of a stage in management, by name of their address. */
export const MANAGE_PAGES = ["", "temoignages", "questionnaire", "diffusion"] as const;
export type ManagePage = (typeof MANAGE_PAGES)[number];

interface StagePlace {
  consultation: { slug: string };
  stage: { slug: string };
}

/** Where a stage is managed. */
export const manageHref = ({ consultation, stage }: StagePlace, page = ""): string =>
  `/gestion/etapes/${consultation.slug}/${stage.slug}${page && `/${page}`}`;

/** A stage's public page. */
export const stageHref = ({ consultation, stage }: StagePlace): string =>
  `/concertations/${consultation.slug}/etapes/${stage.slug}`;

/** What a form calls a field; nothing for one that it does not show. */
export const fieldLabel = (t: T, field: string): string => textOf(t, `stages:field.${field}`, "");
