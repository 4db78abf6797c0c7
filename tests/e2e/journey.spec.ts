import { expect, OPEN, signInHere, test } from "../setup/people";
import { journeys } from "./journey";

test.use({ reducedMotion: "reduce" });
test.describe.configure({ mode: "parallel" });

journeys();

/** The names of the drafts on this device. */
const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith("concertation:draft:"));

test("a draft survives a reload, and is forgotten once accepted", async ({ page, item, signUp }) => {
  const { displayName } = await signUp();
  const text = `Encore un brouillon, ${displayName}.`;
  await item.open("action-14");
  await item.position("D’accord").check();
  await item.write(text);
  // At once, without waiting for "Brouillon gardé": whoever closes a page does not wait either.
  await page.reload();
  await expect(item.panel.getByText("Brouillon retrouvé sur cet appareil.")).toBeVisible();
  await expect(item.field()).toHaveValue(text);
  await expect(item.position("D’accord")).toBeChecked();

  await item.save();
  await expect(item.comment(text)).toContainText(displayName);
  expect(await page.evaluate(drafts)).toEqual([]);
  await page.reload();
  await expect(item.field()).toHaveValue("");
});

test("a draft is found again by a person who reads elsewhere first, and can be thrown away", async ({
  page,
  item,
  signUp,
}) => {
  const { displayName } = await signUp();
  await item.open("action-14");
  await item.write(`À jeter, ${displayName}.`);
  await expect(item.panel.getByText("Brouillon gardé sur cet appareil.")).toBeVisible();
  await page.goto(OPEN);
  await item.open("action-14");
  await item.panel.getByRole("button", { name: "Effacer le brouillon" }).click();
  await expect(item.field()).toHaveValue("");
  await page.reload();
  await expect(item.field()).toHaveValue("");
  expect(await page.evaluate(drafts)).toEqual([]);
});

test("a lost network loses nothing: the text stays, and leaves when the network is back", async ({
  page,
  item,
  signUp,
  context,
}) => {
  const { displayName } = await signUp();
  const text = `Écrit dans le train, ${displayName}.`;
  await item.open("action-1");
  await item.stars(2).check();
  await item.write(text);
  await context.setOffline(true);
  await item.send();
  await expect(
    page.getByText("Connexion perdue. Votre texte reste ici ; nouvel essai dès que possible."),
  ).toBeVisible();
  await expect(item.field()).toHaveText(text);

  await context.setOffline(false);
  await expect(item.panel.getByRole("status").first()).toContainText("Votre avis est enregistré.");
  await expect(page.getByText(text)).toHaveCount(1);
  await expect(item.stars(2)).toBeChecked();
  await page.reload();
  await expect(page.getByText(text)).toHaveCount(1);
});

test("an answer that got lost on its way does not make a second comment", async ({ page, item, signUp }) => {
  const { displayName } = await signUp();
  const text = `Une seule fois, ${displayName}.`;
  await item.open("action-1");
  await item.write(text);
  // The server takes the first post; the browser never hears of it.
  let taken = 0;
  await page.route(`**${OPEN}/action-1`, async (route) => {
    if (route.request().method() !== "POST" || ++taken > 1) return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  await item.send();
  await expect(item.panel.getByRole("status").first()).toContainText("Votre avis est enregistré.");
  expect(taken).toBe(2);
  await expect(page.getByText(text)).toHaveCount(1);
});

test("two clicks in a row leave one comment", async ({ page, item, signUp }) => {
  const { displayName } = await signUp();
  const text = `Double clic, ${displayName}.`;
  await item.open("action-2");
  await item.write(text);
  await item.panel.getByRole("button", { name: "Enregistrer mon avis" }).dblclick();
  await expect(item.panel.getByRole("status").first()).toContainText("Votre avis est enregistré.");
  await page.reload();
  await expect(page.getByText(text)).toHaveCount(1);
});

test("what the editor makes bold, and a link, are read by others as such", async ({ page, item, signUp }) => {
  const { displayName } = await signUp();
  await item.open("action-7");
  await item.write(`Lire ${displayName}`);
  await item.field().press("Control+a");
  await item.panel.getByRole("button", { name: "Gras" }).click();
  await item.panel.getByRole("button", { name: "Lien", exact: true }).click();
  await item.panel.getByLabel("Adresse du lien").fill("sante.example/guide");
  await item.panel.getByRole("button", { name: "Ajouter le lien" }).click();
  await item.save();
  const link = page
    .getByRole("article")
    .locator("a:has(strong), strong > a")
    .filter({ hasText: `Lire ${displayName}` });
  await expect(link).toHaveAttribute("href", "https://sante.example/guide");
});

test("drafts on this device are forgotten at sign-out", async ({ page, item, signUp }) => {
  const person = await signUp();
  await item.open("action-13");
  await item.write("Ne regarde que moi.");
  await expect(item.panel.getByText("Brouillon gardé sur cet appareil.")).toBeVisible();
  await page.goto("/compte");
  await page.getByRole("button", { name: "Me déconnecter", exact: true }).click();
  await expect(page.getByText("Les brouillons gardés sur cet appareil sont effacés.")).toBeVisible();
  await expect.poll(() => page.evaluate(drafts)).toEqual([]);
  await page.goto("/connexion");
  await signInHere(page, person);
  await item.open("action-13");
  await expect(item.field()).toHaveValue("");
});

test("back from the sign-in page, the opinion is as it was left", async ({ page, item }) => {
  const text = "Finalement, je relis avant.";
  await item.open("action-13");
  await item.position("D’accord").check();
  await item.write(text);
  await item.send();
  await expect(page.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();
  await expect(page.getByRole("contentinfo").getByRole("link", { name: "English" })).toHaveAttribute(
    "href",
    /^\/connexion\?/,
  );
  await page.goBack();
  await expect(item.field()).toHaveValue(text);
  await expect(item.position("D’accord")).toBeChecked();
});

test("an answer that was sent does not take the draft of a change with it", async ({
  page,
  item,
  signUp,
}) => {
  const { displayName } = await signUp();
  const [said, change] = [`Mon premier jet, ${displayName}.`, `Mon second jet, ${displayName}.`];
  await item.open("objectif-grille-dmn");
  await item.write(said);
  await item.save();
  await item.comment(said).getByRole("link", { name: "Modifier ou retirer" }).click();
  await item.write(change, "Votre commentaire");
  await item.write(`J’ajoute un mot, ${displayName}.`, "Votre réponse");
  await page.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(page.getByRole("status").first()).toContainText("C’est enregistré.");
  await expect(
    page.getByRole("region", { name: "Modifier votre commentaire" }).locator("textarea"),
  ).toHaveValue(change);
});

test("a new draft survives a reload of the page that confirmed the one before", async ({
  page,
  item,
  signUp,
}) => {
  const { displayName } = await signUp();
  const [first, second] = [`Déjà dit, ${displayName}.`, `Encore à dire, ${displayName}.`];
  await item.open("action-14");
  await item.write(first);
  await item.save();
  await item.write(second);
  await expect(item.panel.getByText("Brouillon gardé sur cet appareil.")).toBeVisible();
  await page.reload();
  await expect(item.field()).toHaveValue(second);
});
