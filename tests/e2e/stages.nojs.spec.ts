import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { adminCookie, expect, test } from "../setup/browser";

const CONSULTATION = "feuille-de-route-2023-2027";

/** Makes a stage by its form. @returns where it is managed */
async function makeStage(page: Page): Promise<string> {
  await page.context().addCookies([adminCookie()]);
  await page.goto(`/gestion/etapes/nouvelle?concertation=${CONSULTATION}`);
  await page.getByLabel("Titre").fill(`Étape ${randomUUID().slice(0, 8)}`);
  await page.getByLabel("Ville").fill("Nantes");
  await page.getByLabel("Région").selectOption("52");
  await page.getByLabel("Date").fill("2026-03-29");
  await page.getByLabel("Heure").fill("02:30");
  await page.getByLabel("Partenaires").fill("La ville\nLe CHU");
  await page.getByLabel("Programme").fill("- 14 h : **accueil**");
  await page.getByRole("button", { name: "Créer l’étape" }).click();
  // Clocks skip this hour: what was typed is still there.
  await expect(page.getByRole("alert")).toContainText("cette heure n’existe pas");
  await expect(page.getByLabel("Partenaires")).toHaveValue("La ville\nLe CHU");
  await page.getByLabel("Heure").fill("03:30");
  await page.getByRole("button", { name: "Créer l’étape" }).click();
  await expect(page.getByRole("status")).toHaveText("C’est enregistré.");
  return new URL(page.url()).pathname;
}

test("an organiser makes a stage, tells what was said there, and deletes it", async ({
  page,
  allowErrors,
}) => {
  allowErrors(/400|404/);
  const home = await makeStage(page);
  await page.getByRole("link", { name: "Témoignages" }).click();
  for (const [speaker, item] of [
    ["Mme Un", "action-7"],
    ["M. Deux", "action-1"],
  ] as const) {
    await page.getByRole("link", { name: "Ajouter un témoignage" }).click();
    await page.getByLabel("Nom").fill(speaker);
    await page.getByLabel("Élément de la feuille de route").selectOption(item);
    await page.getByLabel("Ce qui a été dit").fill("premier point\nsecond point");
    await page.getByRole("button", { name: "Enregistrer" }).click();
  }
  await page.getByRole("button", { name: "Monter : M. Deux" }).click();
  await expect(page.getByRole("article").first()).toContainText("M. Deux");
  await page.getByRole("link", { name: "Page publique" }).click();
  await expect(page.getByText("La ville et Le CHU")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "accueil" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(2);
  await page.goto(home);
  await page.getByRole("link", { name: "Supprimer cette étape…" }).click();
  await page.getByRole("button", { name: "Supprimer l’étape" }).click();
  await expect(page.getByRole("status")).toHaveText("L’étape est supprimée.");
  expect((await page.goto(home))?.status()).toBe(404);
});

test("an organiser writes a questionnaire by hand and prints its poster", async ({ page, allowErrors }) => {
  allowErrors(/400|409/);
  const home = await makeStage(page);
  await page.getByRole("link", { name: "Questionnaire", exact: true }).click();
  await page.getByRole("button", { name: "Partir des axes" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^\d\. / })).toHaveCount(5);
  await page.getByLabel("Type de question").selectOption("quiz");
  await page.getByRole("button", { name: "Écrire la question" }).click();
  await page.getByLabel("Question", { exact: true }).fill("Vrai ou faux ?");
  await page.getByLabel("Réponse 1", { exact: true }).fill("Vrai");
  await page.getByLabel("Réponse 2", { exact: true }).fill("Faux");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("alert")).toContainText("un quiz a au moins une bonne réponse");
  await page.getByLabel("bonne réponse : Réponse 2").check();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("button", { name: "Monter : Vrai ou faux ?" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "5. Vrai ou faux ?" })).toBeVisible();
  const file: unknown = await (await page.request.get(`${home}/questionnaire.json`)).json();
  expect(file).toMatchObject({
    questions: [
      { kind: "stars" },
      {},
      {},
      {},
      { ref: "vrai-ou-faux", options: [{ ref: "vrai" }, { ref: "faux", correct: true }] },
      { kind: "open" },
    ],
  });
  await page.getByRole("link", { name: "Salle et affiches" }).click();
  await page.getByRole("link", { name: "Affiche à imprimer (A4)" }).click();
  const code = await page.locator(".sheet__code").innerText();
  expect(code).toMatch(/^[A-Z0-9]{3} [A-Z0-9]{3}$/);
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  // One sheet of A4, and nothing of the site around it.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/MediaBox \[[^\]]*\]/g)).toEqual([
    expect.stringMatching(/\[0 0 59[45][.\d]* 84[12][.\d]*\]/),
  ]);
  await page.goto(`${home}/diffusion`);
  await page.getByText("Demander un nouveau code…").click();
  await page.getByRole("button", { name: "Changer de code" }).click();
  await expect(page.getByText(code)).toHaveCount(0);
});
