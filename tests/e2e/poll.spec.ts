import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { adminCookie, expect, test } from "../setup/browser";

test.use({ reducedMotion: "reduce" });

const QUESTIONNAIRE = readFileSync("prisma/demo/questionnaire-melee.json", "utf8");
const CONSULTATION = "/concertations/feuille-de-route-2023-2027";

/** A browser of its own, as of another person. */
const device = (
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: process.env.E2E_URL,
    locale: "fr-FR",
    reducedMotion: "reduce",
    viewport: { width: 390, height: 844 },
    ...options,
  });

/** What a person does on the organiser's pages until the room can come in. @returns the code */
async function prepare(page: Page, title: string): Promise<string> {
  await page.context().addCookies([adminCookie()]);
  await page.goto("/gestion/etapes");
  await page.getByRole("link", { name: /Nouvelle étape : Feuille de route/ }).click();
  await page.getByLabel("Titre").fill(title);
  await page.getByLabel("Ville").fill("Toulouse");
  await page.getByLabel("Région").selectOption("76");
  await page.getByLabel("Date").fill("2026-09-28");
  await page.getByLabel("Heure").fill("14:00");
  await page.getByRole("button", { name: "Créer l’étape" }).click();
  await page.getByRole("link", { name: "Questionnaire", exact: true }).click();
  await page.getByRole("link", { name: "Importer un fichier JSON" }).click();
  await page.getByLabel("Ou le texte du fichier").fill(QUESTIONNAIRE);
  await page.getByRole("button", { name: "Importer" }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await page.getByRole("link", { name: "Salle et affiches" }).click();
  await page.getByRole("link", { name: "Ouvrir la régie" }).click();
  await expect(page).toHaveURL(/\/direct\/[A-Z0-9]{6}\/regie$/);
  return /direct\/([A-Z0-9]{6})/.exec(page.url())?.[1] ?? "";
}

test("the questionnaire of the Mêlée: a console, a projector and five phones, then online, and what was said of it", async ({
  page,
  browser,
  axe,
  allowErrors,
}) => {
  allowErrors(/ERR_INTERNET_DISCONNECTED/);
  const title = `Mêlée ${randomUUID().slice(0, 8)}`;
  const code = await prepare(page, title);
  await axe();
  /** Presses the big button as it is now called. */
  const press = async (name: string) => {
    await ready(page, name);
    await page.locator("#suite").click();
  };

  // The projector needs no account: its link is a secret.
  const hall = await device(browser, { viewport: { width: 1920, height: 1080 } });
  const screen = await hall.newPage();
  const secret = await page.getByRole("link", { name: "Ouvrir le projecteur" }).getAttribute("href");
  await screen.goto(secret ?? "");
  await expect(screen.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toBeVisible();
  expect((await hall.request.get(`/direct/${code}/ecran`)).status()).toBe(403);
  expect((await hall.request.get(`/direct/${code}/regie`, { maxRedirects: 0 })).status()).toBe(303);

  const devices = await Promise.all([
    device(browser),
    device(browser),
    device(browser),
    device(browser),
    device(browser, { javaScriptEnabled: false }),
  ]);
  const phones = await Promise.all(devices.map((one) => one.newPage()));
  const [first, second, third, away, plain] = phones as [Page, Page, Page, Page, Page];
  for (const phone of phones) await phone.goto(`/direct/${code.toLowerCase()}`);
  for (const phone of phones.slice(0, 4))
    await expect(phone.locator("poll-view")).toHaveAttribute("data-connection", "live");
  await expect(page.getByText("4 téléphones connectés")).toBeVisible();

  // One choice; the fourth phone has lost its network, the fifth has no script.
  await press("Afficher la question");
  await press("Ouvrir le vote");
  for (const one of [first, second, third]) {
    await one.getByLabel("une ambition partagée au service de la santé").check();
    await one.getByRole("button", { name: "Répondre" }).click();
    await expect(one.getByText("Réponse enregistrée.")).toBeVisible();
  }
  await away.getByLabel("un labyrinthe").check();
  await away.context().setOffline(true);
  await away.getByRole("button", { name: "Répondre" }).click();
  await expect(away.getByText(/Pas de réseau/)).toBeVisible();
  await plain.reload();
  await plain.getByLabel("une ambition partagée au service de la santé").check();
  await plain.getByRole("button", { name: "Répondre" }).click();
  await expect(plain.getByText("Réponse enregistrée.")).toBeVisible();
  await expect(screen.getByText(/4 réponses/)).toBeVisible();
  await expect(screen.getByText("75 %")).toHaveCount(0);
  await away.context().setOffline(false);
  await expect(away.getByText("Réponse enregistrée.")).toBeVisible();
  await expect(screen.getByText(/5 réponses/)).toBeVisible();
  await axe(screen);

  // Nobody sees a figure before the organiser shows it.
  await press("Fermer le vote");
  await expect(screen.getByText("Le vote est fermé")).toBeVisible();
  await expect(screen.getByText(/80\s%/)).toHaveCount(0);
  await press("Montrer les résultats");
  for (const one of [screen, first, away]) await expect(one.getByText(/80\s%\s·\s4/)).toBeVisible();
  await axe(screen);
  await axe(first);
  await plain.reload();
  await expect(plain.getByText(/80\s%\s·\s4/)).toBeVisible();

  // Stars of an axis count in its results, by the channel of the event.
  const before = await starsOf(page, "axe-4");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Quelle priorité donnez-vous à cet axe" })
    .getByRole("button", { name: "Afficher" })
    .click();
  await press("Ouvrir le vote");
  await first.getByRole("radio", { name: /5 sur 5/ }).check({ force: true });
  await first.getByRole("button", { name: "Répondre" }).click();
  await expect(first.getByText("Réponse enregistrée.")).toBeVisible();
  await press("Fermer le vote");
  await press("Montrer les résultats");
  await expect(screen.getByText(/5,0 sur 5/)).toBeVisible();
  expect(await starsOf(page, "axe-4")).toEqual({ all: before.all + 1, event: before.event + 1 });

  // The room is over; the same questions go on online, and one more person answers.
  await page.getByLabel("Continuer en ligne jusqu’au").fill("2099-10-15T23:59");
  await page.getByRole("button", { name: "Continuer en ligne" }).click();
  await expect(screen.getByText(/Le questionnaire continue en ligne/)).toBeVisible();
  const home = await device(browser);
  const late = await home.newPage();
  await late.goto(`/direct/${code}`);
  const question = late
    .getByRole("listitem")
    .filter({ has: late.getByRole("heading", { name: /évoque avant tout/ }) });
  await question.getByLabel("un labyrinthe").check();
  await question.getByRole("button", { name: "Répondre" }).click();
  await expect(question.getByText("Réponse enregistrée.")).toBeVisible();
  await axe(late);

  // Together and apart, and in one sentence.
  await late.goto(`${CONSULTATION}/etapes`);
  await late.getByRole("link", { name: title }).first().click();
  await expect(
    late.getByText(/Les deux tiers des répondants \(n\s=\s6\) choisissent «\s*une ambition partagée/),
  ).toBeVisible();
  await late.getByText("Séparer la salle (n = 5) et les réponses en ligne (n = 1)").click();
  await expect(late.getByRole("heading", { name: "En ligne (n = 1)" })).toBeVisible();
  await axe(late);
  await Promise.all([...devices, hall, home].map((one) => one.close()));
});

/** Waits until the big button is called so, and a press means that: right after a change it may still mean the old one. */
async function ready(organiser: Page, name: string): Promise<void> {
  await expect(organiser.locator("#suite")).toHaveText(name);
  await expect(organiser.locator("poll-console")).not.toHaveAttribute("data-settling");
}

/** Ratings of an item, all together and those of rooms, as the open data has them. */
async function starsOf(page: Page, ref: string): Promise<{ all: number; event: number }> {
  type Cell = { stars: { count: number } };
  const answer = await page.request.get(`/api/v1${CONSULTATION}/resultats`);
  const { items } = (await answer.json()) as {
    items: { ref: string; total: Cell; byChannel: { event: Cell } }[];
  };
  const item = items.find((one) => one.ref === ref);
  if (!item) throw new Error(`No ${ref}`);
  return { all: item.total.stars.count, event: item.byChannel.event.stars.count };
}

test("two organisers see the same, by keyboard and by remote control", async ({ page, browser }) => {
  const code = await prepare(page, `Régie ${randomUUID().slice(0, 8)}`);
  const context = await device(browser, { storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto(`/direct/${code}/regie`);
  await page.locator("#suite").focus();
  await page.keyboard.press("Enter");
  await ready(page, "Ouvrir le vote");
  await expect(page.locator("#suite")).toBeFocused();
  await ready(other, "Ouvrir le vote");
  await other.keyboard.press("PageDown");
  await expect(page.locator("#suite")).toHaveText("Fermer le vote");
  await page.getByRole("button", { name: "Écran noir" }).click();
  await expect(other.getByRole("button", { name: "Rallumer l’écran" })).toBeVisible();
  await context.close();
});

test("who is not an organiser reaches neither stages nor consoles", async ({
  page,
  browser,
  allowErrors,
}) => {
  allowErrors(/40[0-9] /);
  const code = await prepare(page, `Portes ${randomUUID().slice(0, 8)}`);
  const stranger = await device(browser);
  for (const path of ["/gestion/etapes", "/gestion/etapes/nouvelle", `/direct/${code}/regie`]) {
    expect((await stranger.request.get(path, { maxRedirects: 0 })).status(), path).toBe(303);
  }
  await stranger.request.post(`/direct/${code}/regie`, { form: { act: "open", question: "evoque" } });
  await page.reload();
  await ready(page, "Afficher la question");
  expect((await stranger.request.get(`/direct/${code}/flux?vue=console`)).status()).toBe(403);
  expect((await stranger.request.get(`/direct/${code}/flux?vue=screen&cle=faux`)).status()).toBe(403);
  await stranger.close();
});
