import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BarShape, Bars } from "./Bars";

test("a bar is as long as its share, never longer than its track", () => {
  expect(renderToStaticMarkup(<BarShape share={0.7136} />)).toContain('width="71.4%"');
  expect(renderToStaticMarkup(<BarShape share={1.2} />)).toContain(
    'width="100%" height="11" rx="5.5"></rect></svg>',
  );
  expect(renderToStaticMarkup(<BarShape share={0} />)).not.toContain("bar__fill");
});

test("the figures stand in a table, in words", () => {
  const html = renderToStaticMarkup(
    <Bars
      caption="Positions"
      rows={[{ label: "D'accord", share: 0.71, text: "71 % (281)", tone: "for", shape: "up" }]}
    />,
  );
  expect(html).toContain("<caption");
  expect(html).toContain('<span class="bars__figure">71 % (281)</span>');
  expect(html).not.toContain("style=");
});
