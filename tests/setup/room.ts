import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { adminCookie, expect, test as base } from "./browser";

/** A stage with a poll of its own, held by the administrator from another device. */
export interface Room {
  code: string;
  href: string;
  /** Does what a press on the console does. */
  act: (fields: Record<string, string>) => Promise<void>;
  /** Opens a question. */
  ask: (question: string) => Promise<void>;
}

const letters = (...labels: string[]) => labels.map((label, index) => ({ ref: `r${index + 1}`, label }));

/** One question of each family. */
export const QUESTIONS = [
  {
    ref: "seul",
    kind: "single",
    title: "La feuille de route évoque avant tout…",
    options: letters("une ambition", "un labyrinthe"),
  },
  {
    ref: "deux",
    kind: "multiple",
    most: 2,
    title: "Qui concerne-t-elle ?",
    options: letters("les soignants", "les usagers", "le public"),
  },
  {
    ref: "quiz",
    kind: "quiz",
    title: "Est-ce un seul document ?",
    options: [
      { ref: "vrai", label: "Vrai" },
      { ref: "faux", label: "Faux", correct: true },
    ],
    explanation: "La doctrine en est un autre.",
  },
  { ref: "note", kind: "stars", title: "Quelle priorité lui donnez-vous ?" },
  {
    ref: "rang",
    kind: "ranking",
    title: "Par quoi commencer ?",
    options: letters("Mon espace santé", "La messagerie", "La télésanté"),
  },
  {
    ref: "pas",
    kind: "scale",
    title: "Êtes-vous à l’aise ?",
    scale: { from: 1, to: 10, low: "pas du tout", high: "tout à fait" },
  },
  { ref: "mots", kind: "words", title: "En trois mots ?" },
  { ref: "libre", kind: "open", title: "Une remarque ?" },
] as const;

const CONSULTATION = "feuille-de-route-2023-2027";

async function done(response: Promise<APIResponse>): Promise<APIResponse> {
  const answer = await response;
  expect(
    answer.status(),
    `${answer.url()}\n${answer.status() < 400 ? "" : await answer.text()}`,
  ).toBeLessThan(400);
  return answer;
}

/** Makes a stage and its questionnaire by the same posts as the pages of management make. */
async function holdRoom(request: APIRequestContext): Promise<Room> {
  const stage = {
    consultation: CONSULTATION,
    stage: "",
    title: `Étape ${randomUUID().slice(0, 8)}`,
    city: "Toulouse",
    region: "76",
    day: "2026-09-28",
    time: "14:00",
  };
  const empty = {
    place: "",
    organisers: "",
    partners: "",
    programme: "",
    attendance: "",
    attendanceQualifier: "",
    replayUrl: "",
  };
  const made = await done(request.post("/gestion/etapes/nouvelle", { form: { ...stage, ...empty } }));
  const address = new URL(made.url()).pathname;
  await done(
    request.post(`${address}/questionnaire/importer`, {
      form: { json: JSON.stringify({ title: "Le numérique en santé", questions: QUESTIONS }) },
    }),
  );
  const code = /\/direct\/([A-Z0-9]{6})\b/.exec(
    await (await done(request.get(`${address}/diffusion`))).text(),
  )?.[1];
  if (!code) throw new Error(`No code on ${address}/diffusion`);
  const href = `/direct/${code}`;
  const act = async (fields: Record<string, string>) =>
    void (await done(request.post(`${href}/regie`, { form: fields })));
  return { code, href, act, ask: (question) => act({ act: "open", question }) };
}

/** The test of `browser.ts`, with a room. */
export const test = base.extend<{ room: Room }>({
  room: async ({ playwright, baseURL }, use) => {
    const request = await playwright.request.newContext({
      baseURL,
      extraHTTPHeaders: { "Accept-Language": "fr" },
      storageState: { cookies: [adminCookie()], origins: [] },
    });
    await use(await holdRoom(request));
    await request.dispose();
  },
});
export { expect } from "./browser";
