import { expect, test } from "../setup/people";
import { ACTED, OWN, READ } from "../setup/pages";
import { expectNoSideScroll } from "../setup/reflow";

test.use({ reducedMotion: "reduce" });
test.describe.configure({ mode: "parallel" });

test("no page scrolls sideways at 320 px", async ({ page }) => {
  test.slow();
  for (const [name, address] of Object.entries({ ...READ, ...ACTED, "not found": "/nulle-part" })) {
    await test.step(name, async () => {
      await page.goto(address);
      await expectNoSideScroll(page, 320);
    });
  }
});

test("nor do the pages of an account", async ({ page, signUp }) => {
  await signUp();
  for (const [name, address] of Object.entries({ ...OWN, forbidden: "/gestion/pages/accessibilite" })) {
    await test.step(name, async () => {
      await page.goto(address);
      await expectNoSideScroll(page, 320);
    });
  }
});

test("the menu opens at a tap, without a script", async ({ page, axe }) => {
  await page.goto("/");
  const menu = page.getByRole("navigation", { name: "Navigation principale" });
  await expect(menu).toBeHidden();
  await page.getByRole("button", { name: "Menu" }).tap();
  await expect(menu.getByRole("link", { name: "Se connecter" })).toBeVisible();
  await expectNoSideScroll(page, 320);
  await axe();
});

test("an opinion by taps: the editor opens, and the message is in sight", async ({
  page,
  item,
  axe,
  signUp,
}) => {
  const { displayName } = await signUp();
  await item.open("objectif-grille-dmn");
  await item.position("D’accord").check();
  await item.stars(3).check();
  await item.write(`Un_mot_bien_trop_long_pour_un_téléphone_${displayName.replace(" ", "_")}`);
  await expectNoSideScroll(page, 320);
  await axe();
  await item.save();
  await expect(item.panel.getByRole("status").first()).toBeInViewport();
  await expectNoSideScroll(page, 320);
  await axe();
});

test("a refused form keeps within the screen", async ({ page, axe }) => {
  await page.goto("/inscription");
  await page.getByRole("button", { name: "Créer mon compte" }).tap();
  await expect(page.getByRole("alert")).toBeInViewport();
  await expectNoSideScroll(page, 320);
  await axe();
});
