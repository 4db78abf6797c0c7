import { expect, type Page } from "@playwright/test";

/**
 * Fails when the page scrolls sideways, or when something sticks out of it and is cut. A table may scroll inside its own
 * frame.
 */
export async function expectNoSideScroll(page: Page, width: number): Promise<void> {
  const { clientWidth, scrollWidth, outside } = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const outside = [...document.body.querySelectorAll("*")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > left && right > clientWidth + 1 && !scrolls(element.parentElement);
    });
    return {
      clientWidth,
      scrollWidth,
      outside: outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    };
  });
  expect(clientWidth).toBe(width);
  expect(outside, page.url()).toEqual([]);
  expect(scrollWidth, page.url()).toBeLessThanOrEqual(width);
}
