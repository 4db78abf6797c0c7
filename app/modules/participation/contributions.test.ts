import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asCell, COLUMNS, readContribution, type ContributionRow, type RowContext } from "./contributions";
import { peopleOf, voiceOf } from "./import-batch";
import { voiceRows } from "./voices";
import { profileSchema, REGION_CODES, speakerOf, STAKEHOLDERS, UNKNOWN } from "~/modules/identity";

const context: RowContext = {
  consultation: {
    opensAt: new Date("2022-12-14T00:00:00+01:00"),
    closesAt: new Date("2023-03-15T00:00:00+01:00"),
    timeZone: "Europe/Paris",
  },
  itemsByRef: new Map([
    ["action-1", { id: 1, opens: { vote: true, stars: true, comments: true } }],
    ["axe-1", { id: 2, opens: { vote: false, stars: true, comments: false } }],
  ]),
  now: new Date("2023-06-01T00:00:00Z"),
};
const row = (changes: Partial<ContributionRow> = {}): ContributionRow => ({
  id: "c1",
  reference: "action-1",
  participant: "p1",
  canal: "paper",
  region: "84",
  categorie: "citizen",
  position: "for",
  etoiles: "4",
  commentaire: "Oui",
  depose_le: "2023-02-01",
  ...changes,
});
const check = (changes: Partial<ContributionRow>) => readContribution(row(changes), context);

test("a row becomes what it says", () => {
  expect(check({})).toEqual({
    id: "c1",
    itemId: 1,
    participant: "p1",
    channel: "paper",
    region: "84",
    stakeholder: "citizen",
    position: "for",
    stars: 4,
    body: "Oui",
    at: new Date("2023-01-31T23:00:00Z"),
  });
  expect(
    check({ region: "", categorie: " ", position: "", etoiles: "", commentaire: " a\r\nb " }),
  ).toMatchObject({
    region: "unknown",
    stakeholder: "unknown",
    position: undefined,
    stars: undefined,
    body: " a\nb",
  });
  expect(check({ region: "1" })).toMatchObject({ region: "01" });
});

describe("a row is refused, with its reason", () => {
  test.each<[Partial<ContributionRow>, string]>([
    [{ id: " " }, "cli:rows.id"],
    [{ id: "x".repeat(201) }, "cli:rows.id"],
    [{ participant: "" }, "cli:rows.participant"],
    [{ participant: "a\0b" }, "cli:rows.participant"],
    [{ reference: "action-404" }, "cli:rows.reference"],
    [{ reference: "__proto__" }, "cli:rows.reference"],
    [{ canal: "fax" }, "cli:rows.channel"],
    [{ region: "99" }, "cli:rows.region"],
    [{ categorie: "voter" }, "cli:rows.stakeholder"],
    [{ position: "pour" }, "cli:rows.position"],
    [{ etoiles: "6" }, "cli:rows.etoiles"],
    [{ etoiles: "4,5" }, "cli:rows.etoiles"],
    [{ commentaire: "a\0b" }, "participation:errors.characters"],
    [{ commentaire: "x".repeat(5001) }, "participation:errors.too-long"],
    [{ position: "", etoiles: "", commentaire: " \n " }, "cli:rows.empty"],
    [{ reference: "axe-1" }, "participation:errors.no-votes"],
    [{ reference: "axe-1", position: "" }, "participation:errors.no-comments"],
    [{ depose_le: "" }, "cli:rows.instant"],
    [{ depose_le: "2023-02-30" }, "cli:rows.instant"],
    [{ depose_le: "2023-06-02" }, "cli:rows.future"],
  ])("%o", (changes, reason) => expect(check(changes)).toMatchObject({ reason }));
});

test("only paper may be dated outside the window, which is half-open", () => {
  const dated = (canal: string, depose_le: string) => {
    const checked = check({ canal, depose_le });
    return "reason" in checked ? checked.reason : "ok";
  };
  for (const canal of ["online", "event"]) {
    expect(dated(canal, "2022-12-13T23:59:59.999+01:00")).toBe("cli:rows.before-opening");
    expect(dated(canal, "2022-12-14T00:00:00.000+01:00")).toBe("ok");
    expect(dated(canal, "2023-03-14T23:59:59.999+01:00")).toBe("ok");
    expect(dated(canal, "2023-03-15T00:00:00.000+01:00")).toBe("cli:rows.after-closing");
  }
  expect(dated("paper", "2023-04-01")).toBe("ok");
  expect(dated("paper", "2022-11-01")).toBe("ok");
});

test("whatever stands in a row, the answer is a contribution or a reason", () => {
  const any = fc.record(
    Object.fromEntries(
      COLUMNS.map((column) => [column, fc.oneof(fc.constant(row()[column]), fc.string({ unit: "binary" }))]),
    ) as Record<keyof ContributionRow, fc.Arbitrary<string>>,
  );
  fc.assert(
    fc.property(any, (cells) => {
      const checked = readContribution(cells, context);
      if ("reason" in checked) expect(checked.reason).toMatch(/^(cli|participation):/);
      else expect(checked.at.getTime()).toBeLessThanOrEqual(context.now.getTime());
    }),
  );
});

test("no comment leaves as a formula, and each comes back as it was", () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.string({ unit: fc.constantFrom("'", "=", "-", "+", "@", "\t") }), fc.string())
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(
      text.map((value) => value.trim()).filter((value) => /\w/.test(value)),
      (value) => {
        expect(asCell(value)).not.toMatch(/^[=+\-@\t\r]/);
        expect(check({ commentaire: asCell(value) })).toMatchObject({ body: value.normalize("NFC") });
      },
    ),
  );
});

describe("rows of one person on one item", () => {
  const said = (changes: Partial<ContributionRow>) =>
    check(changes) as Exclude<ReturnType<typeof check>, { reason: string }>;

  test("make one voice: each part the latest given, and of two at one instant the one further down", () => {
    const rows = [
      said({ position: "for", etoiles: "1", depose_le: "2023-02-03" }),
      said({ position: "against", etoiles: "", canal: "online", depose_le: "2023-02-02" }),
      said({ position: "", etoiles: "5", canal: "event", depose_le: "2023-02-03" }),
    ];
    const at = rows[0]?.at;
    expect(voiceRows(rows.map(voiceOf))).toEqual([
      { k: "p1", r: "84", c: "citizen", i: 1, p: "for", pc: "paper", pa: at, s: 5, sc: "event", sa: at },
    ]);
  });

  test("tell who they are by the last that says it", () => {
    const rows = [
      said({ region: "84" }),
      said({ region: "01", categorie: "hospital" }),
      said({ region: "", categorie: "" }),
    ];
    expect(peopleOf(rows)).toEqual([{ key: "p1", region: "01", stakeholder: "hospital" }]);
  });
});

test("a region and a category are read alike from a form, a file and a poll", () => {
  const space = fc.constantFrom("", " ", "\u00a0", "\t");
  const written = (codes: readonly string[]) =>
    fc.tuple(
      space,
      fc.oneof(fc.constantFrom(...codes, "1", "6", "9", "", "99", "Corse"), fc.string()),
      space,
    );
  fc.assert(
    fc.property(written(REGION_CODES), written(STAKEHOLDERS), (padded, paddedToo) => {
      const said = { region: padded.join(""), stakeholder: paddedToo.join("") };
      const form = profileSchema.safeParse(said);
      const row = check({ region: said.region, categorie: said.stakeholder });
      if (!form.success) {
        expect(row).toHaveProperty("reason");
        expect(() => speakerOf(said)).toThrow();
        return;
      }
      const { region, stakeholder } = form.data;
      expect(row).toMatchObject({ region, stakeholder });
      expect(speakerOf(said)).toEqual({ region, stakeholder });
      // What it is kept as says the same again.
      expect(speakerOf(form.data)).toEqual({ region, stakeholder });
      const code = padded[1].trim();
      expect(region).toBe(code === "" ? UNKNOWN : code.padStart(2, "0"));
    }),
  );
});
