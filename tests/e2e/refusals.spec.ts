import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { errorPage } from "~/http/error-page.server";
import "~/words";
import { fillEmbedded } from "../bench/databases";
import { expect, linkTo, OPEN, test } from "../setup/people";
import { startServer } from "../setup/server";

test.use({ reducedMotion: "reduce" });
test.describe.configure({ mode: "parallel" });

/** An error page: in French, what to do next, a reference, nothing of the machine. */
async function expectHelpful(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page).toHaveTitle(`${title} · Concertation`);
  await expect(page.getByRole("main").getByRole("link", { name: "Revenir à l’accueil" })).toHaveAttribute(
    "href",
    "/",
  );
  await expect(page.locator("main code")).toHaveText(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  await expect(page.locator("script")).toHaveCount(0);
  expect(await page.content()).not.toMatch(/\bat [\w.<>]+ \(|node_modules|\.tsx?:\d|Error:/);
}

/** On a server of its own, whose database lacks the table of the legal texts. */
const broken = test.extend({
  baseURL: [
    async ({}, use) => {
      const dataDir = mkdtempSync(path.join(os.tmpdir(), "concertation-broken-"));
      await fillEmbedded(dataDir, async (run) => void (await run("ALTER TABLE legal_page RENAME TO lost")));
      const server = await startServer({ dataDir, env: { DEMO: "0" } });
      await use(server.url);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: "test", timeout: 180_000 },
  ],
});

broken("something broke", async ({ page, axe }) => {
  const answer = await page.goto("/accessibilite");
  expect(answer?.status()).toBe(500);
  await expectHelpful(page, "Erreur de notre côté");
  await axe();
  await page.emulateMedia({ colorScheme: "dark" });
  await axe();
});

test("the last resort, when no page can be rendered", async ({ page, axe }) => {
  await page.setContent(errorPage({ locale: "fr", requestId: "00000000-0000-4000-8000-000000000000" }));
  await axe();
});

test("not found", async ({ page }) => {
  for (const address of [
    "/nulle-part",
    `${OPEN}/action-99`,
    "/concertations/rien",
    `${OPEN}/resultats/regions/999`,
    `${OPEN}/etapes/rien`,
    `${OPEN}/action-1/commentaires/0`,
  ]) {
    await test.step(address, async () => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await expectHelpful(page, "Page introuvable");
      expect(await page.locator("main code").textContent()).toBe(answer?.headers()["x-request-id"]);
    });
  }
});

test("a body that is too large is refused, and nothing of it kept", async ({ page, signUp }) => {
  await signUp();
  const answer = await page.request.post(`${OPEN}/action-1`, {
    form: { position: "for", body: "x".repeat(300_000) },
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("Ce que vous envoyez est trop long.");
  await page.goto(`${OPEN}/action-1`);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("forbidden: the pages of staff", async ({ page, signUp }) => {
  await signUp();
  const answer = await page.goto("/gestion/pages/accessibilite");
  expect(answer?.status()).toBe(403);
  await expectHelpful(page, "Accès refusé");
});

test("forbidden: a form sent from another site", async ({ page, signUp }) => {
  await signUp();
  const answer = await page.request.post(`${OPEN}/action-1`, {
    form: { position: "for" },
    headers: { Origin: "https://ailleurs.example" },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain("Cette demande vient d’un autre site");
  await page.goto(`${OPEN}/action-1`);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("the session is out of reach of scripts and of other sites", async ({ context, signUp }) => {
  await signUp();
  const [session] = (await context.cookies()).filter(({ name }) => name === "session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("too many attempts: the page says how long to wait", async ({ page, newcomer }) => {
  const ask = () => page.request.post("/mot-de-passe-oublie", { form: { email: newcomer.email } });
  for (let tries = 0; tries < 5; tries++) expect((await ask()).status()).toBe(200);
  await page.goto("/mot-de-passe-oublie");
  await page.getByLabel("Adresse e-mail").fill(newcomer.email);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Recevoir le lien" }).click();
  expect((await answered).status()).toBe(429);
  await expectHelpful(page, "Trop d’essais");
  await expect(page.getByRole("main")).toContainText(/Réessayez dans (une minute|\d+ minutes)\./);
});

test("too many wrong passwords on a link of confirmation: the form says how long to wait", async ({
  page,
  newcomer,
  mail,
  playwright,
  baseURL,
}) => {
  const device = await playwright.request.newContext({ baseURL });
  await device.post("/inscription", { form: { ...newcomer } });
  await device.dispose();
  const link = linkTo((await mail(newcomer.email)).links, "/inscription/confirmer");
  const attempt = (password: string) => page.request.post(link, { form: { password } });
  for (let tries = 0; tries < 10; tries++) expect((await attempt("Faux-mot-de-passe-1")).status()).toBe(403);
  const answer = await attempt(newcomer.password);
  expect(answer.status()).toBe(429);
  expect(await answer.text()).toMatch(/Réessayez dans (une minute|\d+ minutes)\./);
});

test("the policy refuses what an attack would insert", async ({ page, allowErrors }) => {
  allowErrors(/Content Security Policy/);
  const answer = await page.goto(`${OPEN}/action-1`);
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-");
  const refused = await page.evaluate(() => {
    const seen: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      seen.push(effectiveDirective),
    );
    document.body.insertAdjacentHTML(
      "beforeend",
      `<button onclick="document.title = 'taken'" style="color: red">x</button>`,
    );
    document.body.querySelector<HTMLElement>("button:last-child")?.click();
    return new Promise<string[]>((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(seen.sort()))),
    );
  });
  expect(refused).toEqual(["script-src-attr", "style-src-attr"]);
  await expect(page).not.toHaveTitle("taken");
});
