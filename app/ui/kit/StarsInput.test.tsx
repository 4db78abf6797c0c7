import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StarsInput } from "./StarsInput";

const labels = [
  "1 sur 5 : inutile",
  "2 sur 5 : secondaire",
  "3 sur 5 : utile",
  "4 sur 5 : importante",
  "5 sur 5 : essentielle",
];
const html = renderToStaticMarkup(
  <StarsInput
    name="stars"
    legend="Quelle priorité ?"
    labels={labels}
    value={4}
    empty="De 1 à 5"
    none="Sans note"
  />,
);

test("each star is a radio whose name says what it means", () => {
  const radios = [
    ...html.matchAll(
      /<input type="radio" name="stars"( checked="")? value="(\d)"\/><svg.*?<\/svg><span class="visually-hidden">(.*?)<\/span>/g,
    ),
  ];
  expect(radios.map((radio) => [Number(radio[2]), radio[3]])).toEqual(
    labels.map((label, index) => [index + 1, label]),
  );
  expect(radios.map((radio) => radio[1] !== undefined)).toEqual([false, false, false, true, false]);
});

test("every caption is there for the stylesheet to choose from, unread", () => {
  const caption = /<p class="stars__caption" aria-hidden="true">(.*?)<\/p>/.exec(html)?.[1] ?? "";
  expect([...caption.matchAll(/<span>(.*?)<\/span>/g)].map((span) => span[1])).toEqual([
    ...labels,
    "De 1 à 5",
  ]);
});

test("a rating can be undone without JavaScript", () => {
  expect(html).toContain('<input type="radio" name="stars" value=""/><span>Sans note</span>');
});

test("no inline style, which the page's policy forbids", () => {
  expect(html).not.toContain("style=");
});
