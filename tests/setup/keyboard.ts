import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until `target` has the focus. At every stop, one must see where one is. */
export async function tabTo(page: Page, target: Locator, { most = 60 } = {}): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    passed.push(await expectFocusSeen(page));
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Not reached by the Tab key:\n${passed.join("\n")}`);
}

/** The focus is on something, inside the window, with a ring on it or on the card around it. @returns what it is on. */
export async function expectFocusSeen(page: Page): Promise<string> {
  const { name, ring, inside } = await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter(
      (one) => one instanceof Element,
    );
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return {
      name: element.outerHTML.slice(0, 160),
      ring: around.some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      }),
      inside: element !== document.body && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    };
  });
  expect({ name, ring, inside }).toEqual({ name, ring: true, inside: true });
  return name;
}
