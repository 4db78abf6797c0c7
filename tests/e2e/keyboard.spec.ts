import { expectFocusSeen, tabTo } from "../setup/keyboard";
import { expect, OPEN, test } from "../setup/people";

test.use({ reducedMotion: "reduce" });
test.describe.configure({ mode: "parallel" });

test("past the header, to the panel, through it, to the message", async ({ page, item, signUp }) => {
  await signUp();
  await item.open("action-1");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await tabTo(page, item.position("D’accord"));
  await page.keyboard.press("Space");
  await expect(item.position("D’accord")).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(item.position("Mitigé")).toBeChecked();
  await expect(item.position("Mitigé")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(item.stars(1)).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Space");
  for (let star = 2; star <= 4; star++) await page.keyboard.press("ArrowRight");
  await expect(item.stars(4)).toBeChecked();

  await page.keyboard.press("Tab");
  await expect(item.field()).toHaveAttribute("contenteditable", "true");
  await expect(item.field()).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.type("Sans souris.");
  await page.keyboard.press("Shift+Tab");
  await expect(item.panel.getByRole("button", { name: "Gras" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(item.panel.getByRole("button", { name: "Italique" })).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Tab");
  await expect(item.field()).toBeFocused();
  await tabTo(page, item.panel.getByRole("button", { name: "Enregistrer mon avis" }), { most: 3 });
  await page.keyboard.press("Enter");
  await expect(item.panel.getByRole("status").first()).toContainText("Votre avis est enregistré.");
  await expect(item.panel.getByRole("status").first()).toBeFocused();
  await expectFocusSeen(page);
  await expect(page.getByText("Sans souris.")).toHaveCount(1);
});

test("Enter on a radio sends the opinion, and withdraws nothing", async ({ page, item, signUp }) => {
  await signUp();
  await item.open("action-2");
  await item.position("Pas d’accord").check();
  await item.save();
  await item.open("action-2");
  await tabTo(page, item.position("Pas d’accord"));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(item.panel.getByRole("status").first()).toContainText("Votre avis est enregistré.");
  await item.open("action-2");
  await expect(item.position("Mitigé")).toBeChecked();
});

test("supporting a comment keeps one's place", async ({ page, item, signUp, neighbour }) => {
  await signUp();
  const { displayName } = neighbour.person;
  await neighbour.request.post(`${OPEN}/action-7`, { form: { body: `Au clavier, ${displayName}.` } });
  await item.open("action-7");
  await page.getByRole("button", { name: `Soutenir (0) : commentaire de ${displayName}` }).focus();
  await page.keyboard.press("Enter");
  const taken = page.getByRole("button", { name: `Ne plus soutenir (1) : commentaire de ${displayName}` });
  await expect(taken).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("button", { name: `Soutenir (0) : commentaire de ${displayName}` }),
  ).toBeFocused();
});

test("a table that scrolls does so by the arrows", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await page.goto(`${OPEN}/resultats`);
  const region = page.getByRole("region", { name: "Priorité moyenne par région" });
  await region.focus();
  await expectFocusSeen(page);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
