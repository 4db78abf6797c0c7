import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { REGION_CODES, STAKEHOLDERS } from "~/modules/identity";
import type { Cell, Filter, Results } from "~/modules/results";
import type { Locale } from "~/platform/i18n";
import { LocaleProvider } from "~/ui/i18n";
import { AllHidden } from "./AllHidden";
import { CellDetail } from "./CellDetail";
import { RegionTable } from "./RegionTable";
import { ResultsFilters } from "./ResultsFilters";
import { ResultsHeat } from "./ResultsHeat";
import { ResultsNotices } from "./ResultsNotices";
import { WhoSpeaks } from "./WhoSpeaks";

const HIDDEN: Cell = { suppressed: true };
const cell = (participants: number, mean: number | null): Cell => ({
  participants,
  votes: { for: participants - 1, mixed: 1, against: 0 },
  stars: {
    count: mean === null ? 0 : participants,
    mean,
    distribution: [0, 0, 0, 0, mean === null ? 0 : participants],
  },
  comments: 2,
});
const every = <Value,>(keys: readonly string[], value: Value) =>
  Object.fromEntries(keys.map((key) => [key, value]));

function results(filter: Filter = {}, whole = false): Results {
  return {
    consultation: {
      id: 1,
      slug: "essai",
      title: "Essai",
      tagline: null,
      summary: "",
      status: "published",
      timeZone: "Europe/Paris",
      publisherName: "",
      partners: [],
      opensAt: new Date("2023-01-01"),
      closesAt: new Date("2023-03-15"),
      resultsShown: "during",
      demonstration: true,
    },
    filter: { kind: "action", ...filter },
    axes: [
      { id: 1, ref: "axe-1", kind: "axis", number: 1, title: "Un axe" },
      { id: 2, ref: "axe-2", kind: "axis", number: 2, title: "Un autre" },
    ],
    kinds: ["axis", "action"],
    whole,
    threshold: 5,
    turnout: {
      participants: 40,
      byRegion: { ...every(REGION_CODES, HIDDEN), "84": { participants: 30 } },
      byStakeholder: { ...every(STAKEHOLDERS, HIDDEN), citizen: { participants: 40 } },
    },
    items: [
      {
        item: { id: 7, ref: "action-7", kind: "action", number: 7, title: "Simplifier l'accès" },
        total: cell(40, 4.25),
        byRegion: { ...every(REGION_CODES, HIDDEN), "84": cell(30, 4.6667), "11": cell(10, null) },
      },
    ],
  };
}

const render = (element: React.ReactElement, locale: Locale = "fr") => {
  const html = renderToStaticMarkup(<LocaleProvider locale={locale}>{element}</LocaleProvider>);
  // The page's policy forbids inline styles, and a key that is missing comes back as itself.
  expect(html).not.toMatch(/ style=|results:|identity:stakeholders|consultation:kind/);
  return html.replaceAll(/[\u00a0\u202f]/g, " ");
};

describe("the heat table", () => {
  test("writes each figure with its n, and why one is not there", () => {
    const html = render(<ResultsHeat results={results()} />);
    expect(html).toContain(">4,7<small>");
    expect(html).toContain("30 notes");
    expect(html).toContain("non montré : moins de 5 participants");
    expect(html).toContain("aucune réponse");
    expect(html.match(/<th scope="col"/g)).toHaveLength(2 + REGION_CODES.length);
  });

  test("sorts by links that keep the filter, the highest first, then the other way", () => {
    const html = render(
      <ResultsHeat results={results({ stakeholder: "hospital", sort: "84", descending: true })} />,
    );
    expect(html).toContain('aria-sort="descending"');
    expect(html).toContain(
      'href="/concertations/essai/resultats?niveau=action&amp;categorie=hospital&amp;tri=84"',
    );
    expect(html).toContain(
      'href="/concertations/essai/resultats?niveau=action&amp;categorie=hospital&amp;tri=11&amp;sens=desc"',
    );
  });

  test.each(["priority", "participants", "agreement", "comments"] as const)(
    "shows %s in both languages",
    (measure) => {
      for (const locale of ["fr", "en"] as const)
        render(<ResultsHeat results={results({ measure })} />, locale);
    },
  );
});

test("a cell's detail shows votes and stars with their n, or says that it is not shown", () => {
  const html = render(<CellDetail cell={cell(30, 5)} threshold={5} />);
  expect(html).toContain("97 % (29)");
  expect(html).toContain("30 votes");
  expect(html).toContain("5,0 sur 5 en moyenne (30 notes)");
  expect(html).toContain("2 commentaires");
  expect(render(<CellDetail cell={HIDDEN} threshold={5} />)).toContain("moins de 5 participants");
});

test("a region stands beside the country, with the gap", () => {
  const { items, ...rest } = results();
  const region = {
    ...rest,
    region: "84",
    items: items.map(({ item, total, byRegion }) => ({ item, total, region: byRegion["84"] as Cell })),
  };
  const html = render(<RegionTable results={region} />);
  expect(html).toContain("+0,4");
  expect(html).toContain("<svg");
  for (const measure of ["participants", "agreement", "comments"] as const)
    render(<RegionTable results={{ ...region, filter: { ...region.filter, measure } }} />, "en");
});

test("a region without a figure to show says why, once", () => {
  const html = render(<AllHidden results={results()} />);
  expect(html).toContain("moins de 5 participants");
  expect(html).toContain('href="/concertations/essai/resultats"');
});

test("who speaks is told beside who lives there, and not when few", () => {
  const html = render(<WhoSpeaks results={results()} />);
  expect(html).toContain('<a href="/concertations/essai/resultats/regions/84">Auvergne-Rhône-Alpes</a>');
  expect(html).toContain("75 %");
  expect(html).toContain("0,4");
  expect(html.match(/non montré/g)?.length).toBeGreaterThan(20);
});

test("two filters at once are explained to the public, and what staff see is said to staff", () => {
  const both = { stakeholder: "hospital", channel: "paper" } as const;
  expect(render(<ResultsNotices results={results(both)} />)).toContain("Choisissez un profil ou un canal");
  expect(render(<ResultsNotices results={results(both, true)} />)).toContain(
    "Vous faites partie de l’équipe",
  );
  expect(render(<ResultsNotices results={results()} />)).not.toContain("Choisissez un profil");
});

test("the filters keep what was chosen", () => {
  const html = render(
    <ResultsFilters results={results({ channel: "paper", axis: "axe-2" })} action="/ici" />,
  );
  expect(html).toContain('<option value="paper" selected="">');
  expect(html).toContain('<option value="axe-2" selected="">');
  expect(html).toContain('href="/ici"');
  expect(html).toContain("<summary>Choisir les chiffres : Priorité moyenne · Axe 2 · Sur papier</summary>");
  expect(html).not.toContain('<details class="disclosure" open');
});
