import { expect, type Page } from "@playwright/test";

/** Fails when the page itself scrolls sideways, and names what sticks out. A table may scroll inside its own frame. */
export async function expectNoSideScroll(page: Page, width: number): Promise<void> {
  const { clientWidth, scrollWidth, culprits } = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const outside = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    return { clientWidth, scrollWidth, culprits: outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
  });
  expect(clientWidth).toBe(width);
  if (scrollWidth > width) throw new Error(`${page.url()} is ${scrollWidth} px wide:\n${culprits.join("\n")}`);
}
