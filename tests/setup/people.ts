import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test as base } from "./browser";
import { ItemPage } from "./item-page";

export { CLOSED, OPEN } from "./item-page";
export { expect } from "./browser";

/** Somebody who takes part. */
export interface Person {
  email: string;
  password: string;
  displayName: string;
  region: string;
  stakeholder: string;
}

type Mail = (to: string) => Promise<{ links: string[] }>;

interface People {
  /** Somebody nobody knows yet: an address of its own, so that tests do not meet. */
  newcomer: Person;
  /** Gives this browser an account and its session, by the same posts as the pages make. */
  signUp: (who?: Partial<Person>) => Promise<Person>;
  /** Another person, signed in elsewhere. */
  neighbour: { person: Person; request: APIRequestContext };
  /** Ends every session of somebody from another device: this browser still believes that it is signed in. */
  signOutElsewhere: (person: Person) => Promise<void>;
  /** An item's page in this browser. */
  item: ItemPage;
}

/** The test of `browser.ts`, with people in it, and no request to any other host. */
export const test = base.extend<People>({
  context: async ({ context, baseURL }, use) => {
    const strangers: string[] = [];
    context.on("request", (request) => {
      const url = request.url();
      if (/^(https?|wss?):/.test(url) && new URL(url).origin !== baseURL) strangers.push(url);
    });
    await use(context);
    expect(strangers, "requests to other hosts").toEqual([]);
  },
  newcomer: async ({}, use) => use(invent()),
  signUp: async ({ page, mail }, use) => use((who) => join(page.request, mail, who)),
  neighbour: async ({ playwright, baseURL, mail }, use) => {
    const request = await playwright.request.newContext({ baseURL });
    await use({ person: await join(request, mail), request });
    await request.dispose();
  },
  signOutElsewhere: async ({ playwright, baseURL }, use) => {
    await use(async ({ email, password }) => {
      const device = await playwright.request.newContext({ baseURL });
      await expectOk(device.post("/connexion", { form: { email, password } }));
      await expectOk(device.post("/compte/deconnexion-partout"));
      await device.dispose();
    });
  },
  item: async ({ page, javaScriptEnabled }, use) => use(new ItemPage(page, javaScriptEnabled !== false)),
});

function invent(): Person {
  const mark = randomUUID().slice(0, 8);
  return {
    email: `camille.${mark}@exemple.fr`,
    password: `Marée-haute-${mark}!`,
    displayName: `Camille ${mark}`,
    region: "84",
    stakeholder: "independent-professional",
  };
}

/** Sign-up, mail, confirmation. The session is in the cookies of `request`. */
async function join(request: APIRequestContext, mail: Mail, who?: Partial<Person>): Promise<Person> {
  const person = { ...invent(), ...who };
  await expectOk(request.post("/inscription", { form: { ...person } }));
  const { links } = await mail(person.email);
  await expectOk(request.post(linkTo(links, "/inscription/confirmer"), { form: {} }));
  return person;
}

async function expectOk(answer: ReturnType<APIRequestContext["post"]>): Promise<void> {
  const given = await answer;
  expect(given.status(), `${given.url()}\n${await given.text()}`).toBe(200);
}

/** The link of a mail that leads to `path`. */
export function linkTo(links: readonly string[], path: string): string {
  const link = links.find((one) => URL.canParse(one) && new URL(one).pathname === path);
  if (!link) throw new Error(`No link to ${path} in ${links.join(", ")}`);
  return link;
}

/** Signs in on the page of that name, where the browser is. */
export async function signInHere(
  page: Page,
  { email, password }: Pick<Person, "email" | "password">,
): Promise<void> {
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Me connecter" }).click();
}
