import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { heatLevel, HeatTable } from "./HeatTable";

describe("heatLevel", () => {
  test("spreads a range over ten shades, both ends included", () => {
    expect(heatLevel(1, 1, 5)).toBe(0);
    expect(heatLevel(3, 1, 5)).toBe(5);
    expect(heatLevel(5, 1, 5)).toBe(9);
  });

  test("stays within them, whatever the value or the range", () => {
    expect(heatLevel(-3, 1, 5)).toBe(0);
    expect(heatLevel(99, 1, 5)).toBe(9);
    expect(heatLevel(2, 2, 2)).toBe(0);
    expect(heatLevel(Number.NaN, 1, 5)).toBe(0);
  });
});

test("a hidden figure says why in words, an empty one that nobody answered", () => {
  const html = renderToStaticMarkup(
    <HeatTable
      caption="Priorité par région"
      corner="Action"
      columns={[
        {
          key: "84",
          label: "ARA",
          title: "Auvergne-Rhône-Alpes",
          sort: { href: "?tri=84", direction: "descending" },
        },
        { key: "94", label: "COR" },
        { key: "06", label: "MAY" },
      ]}
      rows={[
        {
          key: "7",
          label: "Action 7",
          cells: [
            { kind: "value", value: "4,3", n: "26", nLabel: "26 notes", level: 6 },
            { kind: "hidden", reason: "Moins de 5 participants" },
            { kind: "empty", text: "Aucune note" },
          ],
        },
      ]}
    />,
  );
  expect(html).toContain('<td class="heat-6">4,3<small>');
  expect(html).toMatch(/class="heat__hidden"[^>]*><span class="visually-hidden">Moins de 5 participants/);
  expect(html).toContain('<span class="visually-hidden">Aucune note</span>');
  expect(html).toContain('aria-sort="descending"');
  expect(html).toContain('role="region" aria-label="Priorité par région" tabindex="0"');
});
