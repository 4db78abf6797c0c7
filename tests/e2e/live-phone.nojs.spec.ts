import { expect, test } from "../setup/room";

test("a phone without JavaScript joins, answers, is refused, and keeps what it typed", async ({ page, room, allowErrors }) => {
  allowErrors(/./);
  const refresh = () => page.locator("noscript meta[http-equiv=refresh], meta[http-equiv=refresh]").getAttribute("content");
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
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/évoque avant tout/, { timeout: 10_000 });
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

test("an address with an unknown code says so, and asks for the code", async ({ page, room, allowErrors }) => {
  allowErrors(/./);
  const answer = await page.goto("/direct/AAAAAA");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Code inconnu" })).toBeVisible();
  await page.getByLabel("Le code affiché dans la salle").fill(room.code);
  await page.getByRole("button", { name: "Rejoindre" }).click();
  await expect(page).toHaveURL(room.href);
});
