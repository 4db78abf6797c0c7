import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import { adminCookie } from "../setup/browser";
import { CLOSED, expect, OPEN, test } from "../setup/people";
import { ACTED, OWN, READ } from "../setup/pages";

test.use({ reducedMotion: "reduce" });
test.describe.configure({ mode: "parallel" });

test("pages that are only read ship no JavaScript", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  for (const [name, address] of Object.entries(READ)) {
    await test.step(name, async () => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(200);
      await expect(page.locator("script, link[rel=modulepreload], link[as=script]")).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/^.+ · Concertation$/);
      await expect(page.locator("html")).toHaveAttribute("lang", "fr");
      await expect(
        page.getByRole("contentinfo").getByRole("link", { name: "Accessibilité : non conforme" }),
      ).toHaveAttribute("href", "/accessibilite");
    });
  }
  expect(scripts).toEqual([]);
});

test("pages where one acts ship at most 95 kB of JavaScript", async ({ page, context }) => {
  // Each page as somebody's first.
  const network = await context.newCDPSession(page);
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  let scripts: Promise<{ transferred: number; compressed: number }>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.push(
      Promise.all([response.request().sizes(), response.body()]).then(([{ responseBodySize }, body]) => ({
        transferred: responseBodySize,
        compressed: gzipSync(body).length,
      })),
    );
  });
  for (const [name, address] of Object.entries(ACTED)) {
    await test.step(name, async () => {
      scripts = [];
      await page.goto(address, { waitUntil: "networkidle" });
      const sizes = await Promise.all(scripts);
      expect(sizes.reduce((sum, { transferred }) => sum + transferred, 0)).toBeLessThanOrEqual(95_000);
      expect(sizes.reduce((sum, { compressed }) => sum + compressed, 0)).toBeLessThanOrEqual(95_000);
      await expect(page.locator("script:not([src]), script:not([nonce])")).toHaveCount(0);
      if (address === ACTED.action) expect(sizes, "the measure sees something").not.toEqual([]);
    });
  }
});

test("the home page tells open consultations from closed ones", async ({ page }) => {
  await page.goto("/");
  const open = page.getByRole("region", { name: "Ouvertes" });
  await expect(
    open.getByRole("link", { name: "Feuille de route du numérique en santé 2023-2027", exact: true }),
  ).toHaveAttribute("href", OPEN);
  await expect(open).toContainText(/Ouverte · clôture dans\s\d+\sjours, le\s.+ \(heure de\sParis\)/);
  const closed = page.getByRole("region", { name: "Terminées" });
  await expect(
    closed.getByRole("link", { name: "Préparation de la feuille de route : premier cercle", exact: true }),
  ).toHaveAttribute("href", CLOSED);
  await expect(closed).toContainText("Terminée");
});

test("a consultation shows its axes, actions and objectives, all or one axis", async ({ page }) => {
  await page.goto(OPEN);
  await expect(page.getByText("Données de démonstration")).toBeVisible();
  await expect(page.getByRole("region", { name: /^Axe \d/ })).toHaveCount(4);
  await expect(page.getByRole("heading", { level: 3, name: /^Action \d/ })).toHaveCount(7);
  await page.getByRole("navigation", { name: "Choisir un axe" }).getByRole("link", { name: "Axe 3" }).click();
  await expect(page).toHaveURL(`${OPEN}?axe=axe-3`);
  await expect(page.getByRole("region", { name: /^Axe \d/ })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 3, name: /^Action 1[123] / })).toHaveCount(3);
  await expect(page.getByRole("link", { name: /Développer le rôle de la télésanté/ })).toBeVisible();
});

test("the search forgives accents and case, and reads comments too", async ({ page, neighbour }) => {
  const { person, request } = neighbour;
  await request.post(`${OPEN}/action-12`, {
    form: { body: `La TÉLÉSANTÉ à la ferme, ${person.displayName}.` },
  });
  await page.goto(OPEN);
  await page.getByRole("searchbox").fill("telesante");
  await page.getByRole("searchbox").press("Enter");
  await expect(
    page.getByRole("heading", { level: 2, name: /\d+ résultats pour « telesante »/ }),
  ).toBeVisible();
  await expect(
    page
      .locator("mark")
      .filter({ hasText: /^télésanté$/ })
      .first(),
  ).toBeVisible();
  await page.getByRole("searchbox").fill(person.displayName);
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("main").getByRole("link", { name: "Commentaire sur : Action 12" }).click();
  await expect(page.getByText("La TÉLÉSANTÉ à la ferme")).toBeVisible();
});

test("an item stands in its place, with its figures and what was said of it in the regions", async ({
  page,
  item,
}) => {
  await item.open("objectif-mes-sensibilisation");
  const trail = page.getByRole("navigation", { name: "Où vous êtes" });
  await expect(trail.getByRole("link")).toHaveText([
    "Feuille de route du numérique en santé 2023-2027",
    "Axe 1",
    "Action 1",
  ]);
  await expect(page.getByText("entité responsable : Agences régionales de santé")).toBeVisible();
  await expect(page.getByText("échéance 2027")).toBeVisible();
  await page
    .getByRole("navigation", { name: "Avant et après" })
    .getByRole("link", { name: "Suivant" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Accélérer le déploiement");

  await item.open("action-1");
  const figures = page.getByRole("region", { name: "Ce que l’on en dit" });
  await expect(figures).toContainText(/\d+ participants · priorité \d,\d sur 5 \(n\s=\s\d+\)/);
  await expect(figures).toContainText(/D’accord\s*\d+\s% \(\d+\)/);
  const said = page.getByRole("region", { name: "Entendu aux étapes en région" });
  await said.getByRole("link", { name: "à l’étape de Lyon" }).first().click();
  await expect(page).toHaveURL(`${OPEN}/etapes/etape-15-lyon`);
  await expect(page.getByText("plus de 200 personnes dans la salle")).toBeVisible();
});

test("comments are read newest first, or most supported, page by page", async ({
  page,
  playwright,
  baseURL,
  neighbour,
}) => {
  const { person, request } = neighbour;
  const bodies = ["premier", "deuxième"].map((rank) => `Mon ${rank} mot, ${person.displayName}.`);
  for (const body of bodies) await request.post(`${OPEN}/objectif-sante-fr`, { form: { body } });
  await page.goto(`${OPEN}/objectif-sante-fr`);
  const mine = page.getByRole("article").filter({ hasText: person.displayName });
  await expect(mine).toHaveText([new RegExp("Mon deuxième mot"), new RegExp("Mon premier mot")]);
  const anonymous = await playwright.request.newContext({ baseURL });
  const answer = await anonymous.post(`${OPEN}/objectif-sante-fr`, {
    form: { support: "1" },
    maxRedirects: 0,
  });
  expect(answer.headers().location, "support asks to sign in").toContain("/connexion?suite=");
  await anonymous.dispose();
  await page.getByRole("link", { name: "Les plus soutenus" }).click();
  await expect(page).toHaveURL(`${OPEN}/objectif-sante-fr?tri=soutenus#commentaires`);
  await expect(page.getByRole("link", { name: "Les plus soutenus" })).toHaveAttribute("aria-current", "true");
});

test("results: a heat table of actions and regions, filtered, sorted, and a page per region", async ({
  page,
}) => {
  await page.goto(`${OPEN}/resultats`);
  await expect(page.getByText("Données de démonstration")).toBeVisible();
  const heat = page.getByRole("table", { name: "Priorité moyenne par région" });
  // The corner, France, 18 regions and "not said".
  await expect(heat.getByRole("columnheader")).toHaveCount(21);
  await expect(heat.getByRole("rowheader")).toHaveCount(7);
  await expect(heat.getByRole("row").nth(1).getByRole("cell").first()).toHaveText(/^\d,\d\s*\d+ notes/);

  await heat.getByRole("columnheader", { name: "France entière" }).getByRole("link").click();
  const sorted = heat.locator("th[aria-sort]");
  await expect(sorted).toHaveCount(1);
  const direction = await sorted.getAttribute("aria-sort");
  const means = (
    await heat
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => row.querySelector("td")?.firstChild?.textContent ?? ""))
  ).map((text) => Number(text.replace(",", ".")));
  expect(means).toEqual(means.toSorted((a, b) => (direction === "ascending" ? a - b : b - a)));

  await page.getByText("Choisir les chiffres :").click();
  await page.getByLabel("Axe", { exact: true }).selectOption({ value: "axe-3" });
  await page.getByLabel("Profil", { exact: true }).selectOption({ label: "Citoyenne ou citoyen" });
  await page.getByLabel("Chiffre", { exact: true }).selectOption({ label: "Participants" });
  await page.getByRole("button", { name: "Afficher" }).click();
  const filtered = page.getByRole("table", { name: "Participants par région, profil" });
  await expect(filtered.getByRole("rowheader")).toHaveCount(3);
  await expect(page.getByLabel("Profil", { exact: true })).toHaveValue("citizen");
  await page.getByRole("link", { name: "Tout afficher" }).click();
  await expect(heat.getByRole("rowheader")).toHaveCount(7);

  await page
    .getByRole("table", { name: "Participants par région", exact: true })
    .getByRole("link", { name: "Auvergne-Rhône-Alpes" })
    .click();
  await expect(page).toHaveURL(`${OPEN}/resultats/regions/84`);
  await expect(
    page.getByRole("heading", { level: 1, name: "Résultats : Auvergne-Rhône-Alpes" }),
  ).toBeVisible();
  await expect(page.getByRole("table").first().getByRole("rowheader")).toHaveCount(7);
});

test("the stages of the tour, and what was said there", async ({ page }) => {
  await page.goto(OPEN);
  await page.getByRole("link", { name: "Étapes en région" }).click();
  await page
    .getByRole("heading", { level: 3 })
    .getByRole("link", { name: "15e étape : Auvergne-Rhône-Alpes" })
    .click();
  await expect(page.getByText("plus de 200 personnes dans la salle")).toBeVisible();
  const said = page.getByRole("region", { name: "Ce qui s’y est dit" });
  await expect(said).toContainText("Dr Eliane Basson");
  await expect(said).toContainText("carnet de santé numérique de l'enfant");
  await said.getByRole("link", { name: "Action 1 " }).first().click();
  await expect(page).toHaveURL(`${OPEN}/action-1`);
});

test("the legal pages that every footer leads to", async ({ page }) => {
  const titles = ["Déclaration d’accessibilité", "Mentions légales", "Données personnelles", "Plan du site"];
  const footer = page
    .getByRole("contentinfo")
    .getByRole("navigation", { name: "Informations sur le site" })
    .getByRole("link");
  await page.goto("/");
  await expect(footer).toHaveCount(titles.length);
  for (const [index, title] of titles.entries()) {
    await footer.nth(index).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(footer.nth(index)).toHaveAttribute("aria-current", "page");
  }
  await page.goto("/accessibilite");
  await expect(page.getByRole("main")).toContainText("non conforme");
});

test("English by ?lang=en, and it stays chosen", async ({ page }) => {
  await page.goto("/?lang=en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(
    page.getByRole("contentinfo").getByRole("link", { name: "Accessibility: not compliant" }),
  ).toBeVisible();
  await page.goto(`${OPEN}/action-1`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("region", { name: "Your opinion" })).toBeVisible();
  await expect(
    page.locator("h1:lang(fr), h1 > :lang(fr)"),
    "the project itself is French, and says so (WCAG 3.1.2)",
  ).toHaveCount(1);
  await page.getByRole("contentinfo").getByRole("link", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test("in English, titles and texts of a project say that they are French (WCAG 3.1.2)", async ({
  page,
  signUp,
}) => {
  test.slow();
  await signUp();
  await page.request.post(`${OPEN}/action-1`, { form: { position: "for" } });
  await page.goto("/?lang=en");
  for (const address of [
    ...Object.values(READ),
    ACTED.axis,
    ACTED.action,
    OWN.contributions,
    `${OPEN}/resultats?axe=axe-1`,
  ]) {
    await test.step(address, async () => {
      await page.goto(address);
      const strays = await page.evaluate(() => {
        const TITLES =
          /Feuille de route du|Préparation de la feuille|Faire entrer Mon|Développer l|Mettre le numérique|\de étape|alertes aux familles/;
        const foreign = (element: Element | null) =>
          element?.closest("[lang]")?.getAttribute("lang") !== "fr";
        const named = [...document.querySelectorAll("body [title], body [aria-label]")].filter(
          (element) =>
            TITLES.test(element.getAttribute("title") ?? "") ||
            TITLES.test(element.getAttribute("aria-label") ?? ""),
        );
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const written: Element[] = [];
        while (texts.nextNode())
          if (TITLES.test(texts.currentNode.nodeValue ?? "") && texts.currentNode.parentElement)
            written.push(texts.currentNode.parentElement);
        return [...named, ...written].filter(foreign).map((element) => element.outerHTML.slice(0, 160));
      });
      expect(strays).toEqual([]);
    });
  }
});

test("a browser that prefers English is given English", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await context.close();
});

/** The links of some pages that lead nowhere, for who holds the session of `request`. */
async function brokenLinks(request: APIRequestContext, addresses: string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const address of addresses) {
    const html = await (await request.get(address)).text();
    for (const [, link = ""] of html.matchAll(/ href="(\/[^"#]*)/g)) found.add(link.replaceAll("&amp;", "&"));
  }
  expect(found.size).toBeGreaterThan(10);
  const broken: string[] = [];
  for (const link of found) {
    const answer = await request.get(link);
    if (answer.status() >= 400) broken.push(`${answer.status()} ${link}`);
  }
  return broken;
}

test("every link leads somewhere", async ({ request }) => {
  expect(await brokenLinks(request, [...Object.values(READ), ...Object.values(ACTED)])).toEqual([]);
});

test("so does every link of who is signed in", async ({ page, signUp }) => {
  await signUp();
  expect(await brokenLinks(page.request, Object.values(OWN))).toEqual([]);
});

test("and every link of staff", async ({ page }) => {
  await page.context().addCookies([adminCookie()]);
  expect(
    await brokenLinks(page.request, [
      "/",
      "/compte",
      "/accessibilite",
      `${OPEN}/resultats`,
      `${OPEN}/action-1`,
    ]),
  ).toEqual([]);
});
