import { adminCookie } from "../setup/browser";
import { expect, test } from "../setup/room";

test("a phone without JavaScript joins, answers, is refused, and keeps what it typed", async ({
  page,
  room,
  allowErrors,
}) => {
  allowErrors(/./);
  const refresh = () =>
    page.locator("noscript meta[http-equiv=refresh], meta[http-equiv=refresh]").getAttribute("content");
  await page.goto("/direct");
  const field = page.getByLabel("Le code affiché dans la salle");
  await field.fill("0o0");
  await page.getByRole("button", { name: "Rejoindre" }).click();
  await expect(page.getByRole("alert")).toContainText("six lettres ou chiffres");
  await expect(field).toHaveValue("0o0");
  await field.fill(room.code.toLowerCase());
  await page.getByRole("button", { name: "Rejoindre" }).click();
  await expect(page.getByText("La prochaine question s’affichera ici.")).toBeVisible();
  expect(await refresh()).toBe("5");

  // The page asks again by itself.
  await room.ask("seul");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/évoque avant tout/);
  expect(await refresh()).toBe("20");
  await page.getByLabel("un labyrinthe").check();
  await page.getByRole("button", { name: "Répondre" }).click();
  await expect(page.getByText("Réponse enregistrée.")).toBeVisible();
  await expect(page.locator("[data-said] li")).toHaveText(["un labyrinthe"]);

  await room.ask("rang");
  await page.goto(room.href);
  await page.getByLabel("Choix nº 1").selectOption({ label: "La télésanté" });
  await page.getByLabel("Choix nº 2").selectOption({ label: "La messagerie" });
  await page.getByRole("button", { name: "Répondre" }).click();
  await expect(page.locator("[data-said] li")).toHaveText(["La télésanté", "La messagerie"]);

  await room.ask("deux");
  await page.goto(room.href);
  for (const label of ["les soignants", "les usagers", "le public"]) await page.getByLabel(label).check();
  await page.getByRole("button", { name: "Répondre" }).click();
  await expect(page.getByRole("alert")).toContainText("2 réponses au plus");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(3);

  await room.ask("libre");
  await page.goto(room.href);
  await expect(page.locator("meta[http-equiv=refresh]")).toHaveCount(0);
  await page.getByLabel("Votre texte").fill("Écrit trop lentement");
  await room.act({ act: "close", question: "libre" });
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("alert")).toContainText("Votre réponse n’a pas été enregistrée");
  await expect(page.getByLabel("Votre texte, pour le copier")).toHaveValue("Écrit trop lentement");
  await expect(page.locator("meta[http-equiv=refresh]")).toHaveCount(0);
});

test("a phone without JavaScript says from where it answers, on a page that does not go away meanwhile", async ({
  page,
  room,
}) => {
  await page.goto(room.href);
  await expect(page.getByText("Vous répondez depuis : Occitanie")).toBeVisible();
  await page.getByRole("link", { name: "Changer de région" }).click();
  await expect(page.locator("meta[http-equiv=refresh]")).toHaveCount(0);
  await page.getByLabel("Votre région").selectOption({ label: "Bretagne" });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Vous répondez depuis : Bretagne")).toBeVisible();
  await expect(page.getByLabel("Votre région")).toBeHidden();
});

test("an organiser without JavaScript reads, hides and shows what was said after the room, and takes it home", async ({
  page,
  room,
  playwright,
  baseURL,
}) => {
  const phone = await playwright.request.newContext({ baseURL });
  await room.ask("libre");
  await phone.post(room.href, { form: { question: "libre", text: "À ne pas montrer" } });
  await room.act({ act: "end" });
  await page.context().addCookies([adminCookie()]);
  await page.goto(`${room.href}/regie`);
  await page.getByRole("link", { name: "Résultats et textes : Une remarque ?" }).click();
  const text = page.getByRole("listitem").filter({ hasText: "À ne pas montrer" });
  await text.getByRole("button", { name: /^Masquer/ }).click();
  await expect(text).toContainText("masqué");
  await page.getByRole("button", { name: "Montrer les résultats" }).click();
  await expect(page.getByRole("button", { name: "Masquer les résultats" })).toBeVisible();
  await page.getByRole("button", { name: "Écran noir" }).click();
  await expect(page.getByRole("button", { name: "Rallumer l’écran" })).toBeVisible();
  await expect(text).toContainText("masqué");

  await page.getByRole("link", { name: "Préparer l’étape" }).click();
  await page.getByRole("link", { name: "Salle et affiches" }).click();
  const file = await page.getByRole("link", { name: "Télécharger les réponses (CSV)" }).getAttribute("href");
  const answer = await page.request.get(file ?? "");
  expect(answer.headers()["content-disposition"]).toContain("reponses-");
  expect(await answer.text()).toMatch(/^libre,.*,À ne pas montrer,,hidden,/m);
  expect((await phone.get(file ?? "", { maxRedirects: 0 })).status()).toBe(303);
  await phone.dispose();
});

test("an address with an unknown code says so, and asks for the code", async ({
  page,
  room,
  allowErrors,
}) => {
  allowErrors(/./);
  const answer = await page.goto("/direct/AAAAAA");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Code inconnu" })).toBeVisible();
  await page.getByLabel("Le code affiché dans la salle").fill(room.code);
  await page.getByRole("button", { name: "Rejoindre" }).click();
  await expect(page).toHaveURL(room.href);
});
