import { CLOSED, expect, OPEN, test } from "../setup/people";

test.use({ reducedMotion: "reduce" });
test.describe.configure({ mode: "parallel" });

const TOO_LATE = "Trop tard, mais à garder : « l’accès » & <b>la suite</b>.";
const WHY = "La concertation est terminée : les avis ne sont plus acceptés.";

test("a closed consultation shows its results, and why one cannot take part", async ({ page, item }) => {
  await page.goto("/");
  const closed = page.getByRole("region", { name: "Terminées" });
  await closed
    .getByRole("link", { name: "Voir les résultats : Préparation de la feuille de route : premier cercle" })
    .click();
  await expect(page).toHaveURL(`${CLOSED}/resultats`);
  await expect(page.getByRole("table").first()).toBeVisible();

  await page.goto(`${CLOSED}/axe-1`);
  await expect(item.panel).toContainText("La concertation est terminée.");
  await expect(item.panel.getByRole("radio")).toHaveCount(0);
  await expect(item.panel.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Soutenir" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Répondre" })).toHaveCount(0);
});

for (const signedIn of [false, true]) {
  test(`what arrives after the closing is refused with its text for copying, ${signedIn ? "signed in" : "signed out"}`, async ({
    page,
    item,
    signUp,
    allowErrors,
  }) => {
    allowErrors(/^409 /);
    if (signedIn) await signUp();
    await item.open("action-1");
    await item.position("Mitigé").check();
    await item.stars(4).check();
    await item.write("Trop tard, mais à garder.");
    // The page of somebody who had it open since before the closing.
    await item.panel
      .locator("form")
      .evaluate((form, address) => form.setAttribute("action", address), `${CLOSED}/axe-1`);
    await item.send();
    const refusal = item.panel.getByRole("alert");
    await expect(refusal).toContainText("Votre avis n’a pas été enregistré");
    await expect(refusal).toContainText(WHY);
    await expect(refusal).toBeFocused();
    await expect(item.panel).toContainText("Vous aviez choisi : Mitigé, priorité 4 sur 5.");
    const copy = page.getByLabel("Votre texte, pour le copier");
    await expect(copy).toHaveValue("Trop tard, mais à garder.");
    await expect(copy).toHaveAttribute("readonly");
    await page.goto(`${CLOSED}/axe-1`);
    await expect(page.getByText("Trop tard, mais à garder.")).toHaveCount(0);
  });
}

test("a plain post gets the same page", async ({ page, item, signUp }) => {
  await signUp();
  await page.goto(`${OPEN}/action-1`);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.evaluate(
    ({ address, fields }) => {
      const form = Object.assign(document.createElement("form"), { method: "post", action: address });
      form.append(
        ...Object.entries(fields).map(([name, value]) =>
          Object.assign(document.createElement("textarea"), { name, value }),
        ),
      );
      document.body.append(form);
      form.submit();
    },
    { address: `${CLOSED}/axe-1`, fields: { position: "for", body: TOO_LATE } },
  );
  expect((await answered).status()).toBe(409);
  await expect(item.panel.getByRole("alert")).toContainText(WHY);
  await expect(page.getByLabel("Votre texte, pour le copier")).toHaveValue(TOO_LATE);
});

test("neither supports nor replies nor changes of comments pass any more", async ({ page, signUp }) => {
  await signUp();
  await page.goto(`${CLOSED}/axe-1`);
  const comment = page.locator("[id^=commentaire-]").first();
  const id = (await comment.getAttribute("id"))?.replace("commentaire-", "") ?? "";
  expect(id).toMatch(/^\d+$/);
  const before = await comment.textContent();
  const refused: Record<string, Record<string, string>> = {
    [`${CLOSED}/axe-1`]: { support: id },
    [`${CLOSED}/axe-1/commentaires/${id}`]: { intent: "reply", body: TOO_LATE },
  };
  for (const [address, form] of Object.entries(refused)) {
    const answer = await page.request.post(address, { form, maxRedirects: 0 });
    expect(answer.status(), address).toBe(409);
    expect(await answer.text()).toContain("La concertation est terminée");
  }
  await page.reload();
  await expect(comment).toHaveText(before ?? "");
});

test("a refused support gets the page that says why, not one of the machine's", async ({
  page,
  item,
  signUp,
  allowErrors,
}) => {
  allowErrors(/^409 /);
  await signUp();
  await item.open("axe-1");
  // A page that was open before the closing, with JavaScript: its button belongs to this form.
  await page
    .locator("form#gestes")
    .evaluate((form, address) => form.setAttribute("action", address), `${CLOSED}/axe-1`);
  await page.getByRole("button", { name: "Soutenir (" }).first().click();
  await expect(page.getByRole("main")).toContainText("La concertation est terminée");
});
