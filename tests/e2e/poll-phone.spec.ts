import type { Locator, Page } from "@playwright/test";
import { adminCookie } from "../setup/browser";
import { expect, test, type Room } from "../setup/room";

test.use({ reducedMotion: "reduce" });

const answer = (page: Page | Locator) => page.getByRole("button", { name: "Répondre" }).click();
const said = (page: Page) => page.locator("poll-answer [data-said] li");
const saved = (page: Page) => page.getByText("Réponse enregistrée.");

/** Opens the poll's page, and waits until it follows the room. */
async function join(page: Page, room: Room): Promise<void> {
  await page.goto("/direct");
  await page
    .getByLabel("Le code affiché dans la salle")
    .fill(` ${room.code.slice(0, 3)} ${room.code.slice(3)} `.toLowerCase());
  await page.getByRole("button", { name: "Rejoindre" }).click();
  await expect(page).toHaveURL(room.href);
  await expect(page.locator("poll-view")).toHaveAttribute("data-connection", "live");
}

test("a phone follows the room: it answers, changes its mind, and sees the results once they are shown", async ({
  page,
  room,
  axe,
}) => {
  await join(page, room);
  await expect(page.getByText("La prochaine question s’affichera ici.")).toBeVisible();

  await room.ask("quiz");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Est-ce un seul document/);
  await page.getByLabel("Vrai").check();
  await answer(page);
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText("Modifier ma réponse")).toBeFocused();
  await page.getByText("Modifier ma réponse").click();
  await page.getByLabel("Faux").check();
  await answer(page);
  await expect(said(page)).toHaveText(["Faux"]);
  await axe();

  await room.act({ act: "close", question: "quiz" });
  await expect(page.getByText("La question est close.").last()).toBeVisible();
  await expect(page.locator(".poll-own")).toContainText("Faux");
  await expect(page.getByText("La doctrine en est un autre.")).toHaveCount(0);
  await room.act({ act: "reveal", question: "quiz" });
  await expect(page.getByText(/La bonne réponse\s: Faux/)).toBeVisible();
  await expect(page.getByText("La doctrine en est un autre.")).toBeVisible();
  await axe();
});

test("what is ticked or typed stays while others answer; what is refused stays too", async ({
  page,
  room,
  browser,
  allowErrors,
}) => {
  allowErrors(/^400 /);
  await join(page, room);
  await room.ask("deux");
  for (const label of ["les soignants", "les usagers", "le public"]) await page.getByLabel(label).check();
  const other = await browser.newContext();
  await other.request.post(room.href, { form: { question: "deux", choice: "r1" } });
  await answer(page);
  await expect(page.locator("[data-answer-state]")).toContainText("2 réponses au plus");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await page.getByLabel("le public").uncheck();
  await answer(page);
  await expect(said(page)).toHaveText(["les soignants", "les usagers"]);

  await room.ask("libre");
  // A finger that meant the last question does nothing to this one, for a moment.
  await expect(page.locator("poll-view")).not.toHaveAttribute("data-settling");
  await page.getByLabel("Votre texte").fill("Commencé");
  await other.request.post(room.href, { form: { question: "libre", text: "Un texte d’une autre personne" } });
  await expect(page.getByText("Un texte d’une autre personne")).toBeVisible();
  await expect(page.getByLabel("Votre texte")).toHaveValue("Commencé");
  await page.getByRole("button", { name: "Soutenir" }).click();
  await expect(page.getByRole("button", { name: "Soutenir" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("button", { name: "Soutenir" })).toContainText("1");
  await room.act({ act: "close", question: "libre" });
  await expect(page.getByLabel("Votre texte, pour le copier")).toHaveValue("Commencé");
  await other.close();
});

test("an answer given without network leaves when it is back, even after the page was loaded again", async ({
  page,
  room,
  allowErrors,
}) => {
  allowErrors(/./);
  await join(page, room);
  await room.ask("seul");
  await page.getByLabel("un labyrinthe").check();
  await page.context().setOffline(true);
  await answer(page);
  await expect(page.locator("[data-answer-state]")).toHaveText(/Pas de réseau/);
  await expect(page.locator("[data-poll-state]")).toHaveText(/Connexion perdue/);
  await page.context().setOffline(false);
  await expect(saved(page)).toBeVisible();
  await expect(page.locator("[data-poll-state]")).toBeEmpty();

  await page.route(`**${room.href}`, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.getByText("Modifier ma réponse").click();
  await page.getByLabel("une ambition").check();
  await answer(page);
  await expect(page.locator("[data-answer-state]")).toHaveText(/Pas de réseau/);
  await page.reload();
  await expect(page.getByLabel("une ambition")).toBeChecked();
  await page.unroute(`**${room.href}`);
  await expect(said(page)).toHaveText(["une ambition"]);
  await page.reload();
  await expect(said(page)).toHaveText(["une ambition"]);
});

test("an answer that comes too late is given back", async ({ page, room, allowErrors }) => {
  allowErrors(/./);
  await join(page, room);
  await room.ask("seul");
  await page.getByLabel("un labyrinthe").check();
  await page.route(`**${room.href}`, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await answer(page);
  await expect(page.locator("[data-answer-state]")).toHaveText(/Pas de réseau/);
  await room.act({ act: "close", question: "seul" });
  await expect(page.getByText("Les résultats s’afficheront ici")).toBeVisible();
  await page.unroute(`**${room.href}`);
  const given = page.getByRole("alert");
  await expect(given).toContainText("Votre réponse n’a pas été enregistrée");
  await expect(given).toContainText("un labyrinthe");
});

test("who answers and whence is said in place, and what was typed meanwhile stays", async ({
  page,
  room,
  axe,
}) => {
  await join(page, room);
  await room.ask("libre");
  await page.getByLabel("Votre texte").fill("Commencé");
  await page.getByRole("link", { name: "Changer de région" }).click();
  await expect(page.getByLabel("Votre région")).toBeFocused();
  await axe();
  await page.getByLabel("Votre région").selectOption({ label: "Bretagne" });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Vous répondez depuis : Bretagne")).toBeVisible();
  await expect(page.getByLabel("Votre région")).toBeHidden();
  await page.getByRole("button", { name: "Hôpital ou clinique" }).click();
  await expect(page.getByRole("heading", { name: "Vous êtes…" })).toBeHidden();
  await expect(page.getByLabel("Votre texte")).toHaveValue("Commencé");
  await page.reload();
  await expect(page.getByText("Vous répondez depuis : Bretagne")).toBeVisible();
});

test("an organiser goes on moderating after the room, without leaving the page", async ({
  page,
  room,
  axe,
}) => {
  await room.ask("libre");
  await page.request.post(room.href, { form: { question: "libre", text: "À ne pas montrer" } });
  await room.act({ act: "end" });
  await page.context().addCookies([adminCookie()]);
  await page.goto(`${room.href}/regie`);
  await page.getByRole("link", { name: "Résultats et textes : Une remarque ?" }).click();
  await expect(page.locator("poll-view")).toHaveAttribute("data-connection", "live");
  const text = page.getByRole("listitem").filter({ hasText: "À ne pas montrer" });
  await page.evaluate(() => document.body.setAttribute("data-same", ""));
  await text.getByRole("button", { name: /^Masquer/ }).click();
  await expect(text).toContainText("masqué");
  await page.getByRole("button", { name: "Montrer les résultats" }).click();
  await expect(page.getByRole("button", { name: "Masquer les résultats" })).toBeVisible();
  await axe();
  await expect(page.locator("body[data-same]")).toHaveCount(1);
});

test("the questionnaire goes on online: each question by itself, until it is over", async ({
  page,
  room,
  axe,
}) => {
  await join(page, room);
  await room.act({ act: "online", until: "2099-10-15T23:59" });
  await page.getByRole("link", { name: "Répondre au questionnaire" }).click();
  const question = (title: RegExp) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
  const scale = question(/à l’aise/);
  await scale.getByLabel("7", { exact: true }).check();
  await answer(scale);
  await expect(scale.getByText("Réponse enregistrée.")).toBeVisible();
  await expect(page.getByText("1 réponse donnée sur 8")).toBeVisible();
  const ranking = question(/Par quoi commencer/);
  await ranking.getByRole("button", { name: "La télésanté" }).click();
  await ranking.getByRole("button", { name: "La messagerie" }).click();
  await ranking.getByRole("button", { name: "Répondre" }).click();
  await expect(ranking.locator("[data-said] li")).toHaveText(["La télésanté", "La messagerie"]);
  await axe();
  await page.reload();
  await expect(page.getByText("2 réponses données sur 8")).toBeVisible();
  await room.act({ act: "end" });
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: /C’est terminé/ })).toBeVisible();
});

test("who answers is asked once, in one tap", async ({ page, room }) => {
  await join(page, room);
  await page.getByRole("button", { name: "Hôpital ou clinique" }).click();
  await expect(page.getByText("C’est noté.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: /Vous êtes/ })).toHaveCount(0);
});

test("behind a proxy that keeps streams back, the phone asks again and again, and follows all the same", async ({
  page,
  room,
}) => {
  await page.clock.install();
  // A stream that never says anything; questions of long polling pass.
  await page.route(/\/flux\?vue=phone(?!.*attendre)/, () => {});
  await page.goto(room.href);
  const polled = page.waitForRequest(/attendre=/);
  // Two streams are given up after eight seconds of silence each, with a pause between them.
  await page.clock.runFor(20_000);
  await polled;
  await room.ask("seul");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/évoque avant tout/);
  await room.act({ act: "close", question: "seul" });
  await expect(page.getByText("La question est close.").last()).toBeVisible();
});
