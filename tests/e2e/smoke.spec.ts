import { expect, test } from "../setup/browser";

test("the home page answers, with one title, and axe finds no fault", async ({ page, axe }) => {
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await axe();
});

test("the server says that it is well", async ({ request }) => {
  const answer = await request.get("/sante");
  expect(answer.status()).toBe(200);
});
