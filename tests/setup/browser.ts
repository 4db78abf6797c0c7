import AxeBuilder from "@axe-core/playwright";
import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { lastMail } from "./mail";

export { expect } from "@playwright/test";

interface Fixtures {
  /** The newest mail to an address, see `lastMail`. */
  mail: (to: string, options?: Parameters<typeof lastMail>[2]) => ReturnType<typeof lastMail>;
  /** Fails when axe finds fault with the page as it is now. */
  axe: (page?: Page) => Promise<void>;
  /** Errors in the browser that a test provokes on purpose. */
  allowErrors: (pattern: RegExp) => void;
}

/**
 * Playwright's `test`, where any error that the browser reports fails: an exception in a page, a refusal by the
 * Content-Security-Policy, a part of the page that does not load.
 */
export const test = base.extend<Fixtures & { errors: { seen: string[]; allowed: RegExp[] } }>({
  baseURL: async ({}, use) => use(serverUrl()),
  mail: async ({}, use) => use((to, options) => lastMail(process.env.E2E_DATA_DIR ?? "", to, options)),
  axe: async ({ page, javaScriptEnabled }, use) => {
    await use(async (other = page) => {
      if (javaScriptEnabled === false)
        throw new Error("axe is a script: check this page where JavaScript is on");
      await expectAccessible(other);
    });
  },
  errors: async ({}, use) => use({ seen: [], allowed: [] }),
  allowErrors: async ({ errors }, use) => use((pattern) => void errors.allowed.push(pattern)),
  context: async ({ context, errors }, use) => {
    listen(context, errors.seen);
    await use(context);
    const unexpected = errors.seen.filter((error) => !errors.allowed.some((pattern) => pattern.test(error)));
    if (unexpected.length > 0) throw new Error(`Errors in the browser:\n${unexpected.join("\n")}`);
  },
});

function listen(context: BrowserContext, seen: string[]) {
  context.on("weberror", (error) => seen.push(`exception: ${error.error().message}`));
  context.on("console", (message) => {
    // What fails to load is judged below, by its answer: an error page is one, and often what a test is about.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      seen.push(message.text());
  });
  context.on("response", (response) => {
    const kind = response.request().resourceType();
    if (response.status() >= 400 && kind !== "document" && kind !== "fetch")
      seen.push(`${response.status()} ${response.url()}`);
  });
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** All that a dark scheme can change: whatever is looked at in it is looked at in the light by every rule. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];

async function expectAccessible(page: Page): Promise<void> {
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  const { violations } = await (dark ? axe.withRules(RULES_OF_COLOUR) : axe.withTags(RULES))
    // The other mode gathers the results of frames in a tab of its own, three times as slowly: our policy allows no frame.
    .setLegacyMode(true)
    .analyze();
  if (violations.length === 0) return;
  const faults = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join("\n")}`,
  );
  throw new Error(`axe on ${page.url()}:\n${faults.join("\n")}`);
}

/** The cookie of the administrator's session. */
export const adminCookie = () => ({
  name: "session",
  value: process.env.E2E_ADMIN_SESSION ?? "",
  domain: new URL(serverUrl()).hostname,
  path: "/",
  expires: -1,
  httpOnly: true,
  secure: false,
  sameSite: "Lax" as const,
});

function serverUrl(): string {
  const url = process.env.E2E_URL;
  if (!url) throw new Error("No server: run by tests/playwright.config.ts");
  return url;
}
