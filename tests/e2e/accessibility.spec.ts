import { expect, OPEN, test } from "../setup/people";
import { ACTED, OWN, READ } from "../setup/pages";
import { expectNoSideScroll } from "../setup/reflow";

test.use({ reducedMotion: "reduce" });
test.describe.configure({ mode: "parallel" });

test("axe would see a fault", async ({ page, axe }) => {
  await page.goto("/connexion");
  await page.locator("label[for=f-email]").evaluate((label) => label.remove());
  await page
    .locator("h1")
    .evaluate((title) =>
      title.after(Object.assign(document.createElement("font"), { color: "#ddd", textContent: "Pâle" })),
    );
  await expect(axe()).rejects.toThrow(/color-contrast[^]*label:/);
});

for (const [name, address] of Object.entries({ ...READ, ...ACTED, "not found": "/nulle-part" })) {
  test(`axe finds no fault, light and dark: ${name}`, async ({ page, axe }) => {
    await page.goto(address);
    await axe();
    await page.emulateMedia({ colorScheme: "dark" });
    await axe();
  });
}

test("axe finds no fault, light and dark, on the pages of an account", async ({ page, axe, signUp }) => {
  test.slow();
  await signUp();
  for (const [name, address] of Object.entries({ ...OWN, forbidden: "/gestion/pages/accessibilite" })) {
    await test.step(name, async () => {
      await page.goto(address);
      await page.emulateMedia({ colorScheme: "light" });
      await axe();
      await page.emulateMedia({ colorScheme: "dark" });
      await axe();
    });
  }
});

test.describe("axe finds no fault after each interaction", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test("a refused sign-up: the summary has the focus and leads to the fields", async ({ page, axe }) => {
        await page.goto("/inscription");
        await page.getByLabel("Mot de passe", { exact: true }).fill("trop court");
        await axe();
        await page.getByRole("button", { name: "Créer mon compte" }).click();
        const summary = page.getByRole("alert");
        await expect(summary).toBeFocused();
        await expect(page.getByRole("textbox", { name: "Adresse e-mail" })).toHaveAttribute(
          "aria-invalid",
          "true",
        );
        await axe();
        await summary.getByRole("link", { name: "Indiquez une adresse e-mail complète" }).click();
        await expect(page.getByLabel("Adresse e-mail")).toBeFocused();
      });

      test("a password that becomes good enough", async ({ page, axe }) => {
        await page.goto("/inscription");
        await page.getByLabel("Mot de passe", { exact: true }).fill("Marée-haute-2027!");
        await expect(page.getByText("Mot de passe assez solide.")).toBeVisible();
        await axe();
      });

      test("an opinion: nothing said, the editor and its link box, saved, supported", async ({
        page,
        item,
        axe,
        signUp,
        neighbour,
        allowErrors,
      }) => {
        allowErrors(/^400 /);
        await signUp();
        await neighbour.request.post(`${OPEN}/objectif-apcv`, {
          form: { body: `À soutenir, ${neighbour.person.displayName}.` },
        });
        await item.open("objectif-apcv");
        await item.send();
        await expect(item.panel.getByRole("alert")).toContainText(
          "Choisissez une position ou une note, ou écrivez un commentaire.",
        );
        await expect(item.panel.getByRole("alert")).toBeFocused();
        await axe();

        await item.position("D’accord").check();
        await item.stars(5).check();
        await item.write("Avec la **carte**.");
        await axe();
        await item.panel.getByRole("button", { name: "Lien", exact: true }).click();
        await expect(item.panel.getByLabel("Adresse du lien")).toBeFocused();
        await axe();
        await page.keyboard.press("Escape");

        await item.save();
        await expect(item.panel.getByRole("status").first()).toBeFocused();
        await axe();
        await page
          .getByRole("button", { name: `Soutenir (0) : commentaire de ${neighbour.person.displayName}` })
          .click();
        await expect(
          page.getByRole("button", {
            name: `Ne plus soutenir (1) : commentaire de ${neighbour.person.displayName}`,
          }),
        ).toBeVisible();
        await axe();
      });

      test("an opinion that waits, for copying", async ({ page, item, axe }) => {
        await item.open("objectif-apcv");
        await item.position("Mitigé").check();
        await item.stars(2).check();
        await item.write("À garder pour plus tard.");
        await item.send();
        await expect(page).toHaveURL(/\/connexion/);
        await page.goto("/avis-non-enregistre");
        await expect(page.getByLabel("Votre texte, pour le copier")).toHaveValue("À garder pour plus tard.");
        await axe();
      });

      test("a draft found again, and a lost network", async ({ page, item, axe, signUp, context }) => {
        await signUp();
        await item.open("objectif-has-cyber");
        await item.write("À garder.");
        await page.reload();
        await expect(item.panel.getByRole("button", { name: "Effacer le brouillon" })).toBeVisible();
        await axe();
        await context.setOffline(true);
        await item.send();
        await expect(page.getByText("Connexion perdue.")).toBeVisible();
        await axe();
      });

      test("one's own comment, changed, with its history", async ({ page, item, axe, signUp }) => {
        const { displayName } = await signUp();
        await item.open("objectif-budget-numerique");
        await item.write(`Deux pour cent, ${displayName}.`);
        await item.save();
        await item.comment(displayName).getByRole("link", { name: "Modifier ou retirer" }).click();
        await item.write(`Trois pour cent, ${displayName}.`, "Votre commentaire");
        await page.getByRole("button", { name: "Enregistrer la modification" }).click();
        await expect(page.getByRole("status").first()).toBeFocused();
        await page.getByText("Versions précédentes").click();
        await page.getByText("Retirer votre commentaire").click();
        await expect(page.getByRole("button", { name: "Retirer mon commentaire" })).toBeVisible();
        await axe();
      });

      test("results: filtered, and the figures of an action unfolded", async ({ page, axe }) => {
        await page.goto(`${OPEN}/resultats`);
        const unfold = () => page.getByText("Choisir les chiffres :").click();
        await unfold();
        await axe();
        await page.getByLabel("Chiffre", { exact: true }).selectOption({ label: "Part d’accord" });
        await page.getByLabel("Profil", { exact: true }).selectOption({ label: "Entreprise" });
        await page.getByRole("button", { name: "Afficher" }).click();
        await expect(page.getByRole("table", { name: "Part d’accord par région, profil" })).toBeVisible();
        await page.locator("main section details summary").first().click();
        await axe();
        await unfold();
        await page.getByLabel("Canal", { exact: true }).selectOption({ label: "Sur papier" });
        await page.getByRole("button", { name: "Afficher" }).click();
        await expect(page.getByText("Choisissez un profil ou un canal, pas les deux")).toBeVisible();
        await axe();
      });
    });
  }
});

test.describe("at 200 % of 1280 px", () => {
  test.use({ viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 });

  test("no page scrolls sideways", async ({ page, signUp }) => {
    test.slow();
    const visit = async (pages: Record<string, string>) => {
      for (const [name, address] of Object.entries(pages)) {
        await test.step(name, async () => {
          await page.goto(address);
          await expectNoSideScroll(page, 640);
        });
      }
    };
    await visit({ ...READ, ...ACTED, "not found": "/nulle-part" });
    await signUp();
    await visit(OWN);
  });
});

test("no text is cut when a reader spaces it out (WCAG 1.4.12)", async ({ page }) => {
  for (const address of [READ.home, READ.consultation, READ.results, ACTED.action, ACTED["sign-up"]]) {
    await test.step(address, async () => {
      await page.goto(address);
      const cut = await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
        );
        document.adoptedStyleSheets.push(sheet);
        const clips = ({ overflowX, overflowY }: CSSStyleDeclaration) =>
          [overflowX, overflowY].some((overflow) => overflow === "hidden" || overflow === "clip");
        return [...document.body.querySelectorAll<HTMLElement>("*:not(.visually-hidden)")]
          .filter(
            (element) => element.clientWidth > 1 && element.innerText && clips(getComputedStyle(element)),
          )
          .filter(
            ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
              scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
          )
          .map(({ outerHTML }) => outerHTML.slice(0, 160));
      });
      expect(cut).toEqual([]);
      await expectNoSideScroll(page, 1280);
    });
  }
});
