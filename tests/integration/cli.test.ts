import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openDatabase, setDatabase, type Database } from "~/platform/db/index.server";
import { HEADER, line } from "../setup/contributions";
import { anotherDatabase, databaseKind } from "../setup/database";
import { ROADMAP } from "../setup/roadmap";
import { ROOT } from "../setup/run-typescript";

const folder = mkdtempSync(path.join(os.tmpdir(), "concertation-cli-"));
const file = (name: string) => path.join(folder, name);
const written = (name: string, content: string | Buffer) => {
  writeFileSync(file(name), content);
  return file(name);
};
const environment: Record<string, string> = {};
const slug = ROADMAP.slug;

/** Runs a command as the operator does, and gives back what it said. */
async function concertation(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { run } = await import("~/cli/run");
  let [out, err] = ["", ""];
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => ((err += String(text)), true)),
  ];
  try {
    return { code: await run(args), out, err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Uses the same database directly, between two commands. */
async function directly(work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({
    databaseUrl: environment.DATABASE_URL,
    dataDir: environment.DATA_DIR,
  });
  setDatabase(database);
  try {
    await work(database);
  } finally {
    setDatabase(undefined);
    await database.close();
  }
}

/** What a command says when it cannot run: nothing on standard output, one line on the other. */
async function refused(...args: string[]): Promise<string> {
  const { code, out, err } = await concertation(...args);
  expect({ code, out, lines: err.split("\n").length }, err).toEqual({ code: 2, out: "", lines: 2 });
  expect(err).not.toMatch(/ {2}at |Error:/);
  return err.trim().replace(/[\u202f\u00a0]/g, " ");
}

beforeAll(async () => {
  if (databaseKind === "postgres") environment.DATABASE_URL = (await anotherDatabase("blank")).url ?? "";
  environment.DATA_DIR = file("data");
  // For the whole file, which is a process of its own: what vi stubs lasts one test, and the environment is read once.
  Object.assign(process.env, environment, { LANG: "fr_FR.UTF-8", LC_ALL: "", LC_MESSAGES: "" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("written otherwise than it must be, a command says so before it opens anything", () => {
  test.each<[string[], RegExp]>([
    [[], /^Indiquez une commande/],
    [["toString"], /^Commande inconnue : toString/],
    [["import-roadmap"], /^Usage : import-roadmap FICHIER\.json/],
    [["import-roadmap", "a", "b"], /^Usage/],
    [["import-contributions", "slug", "f.csv", "--forcer"], /^Usage : import-contributions SLUG/],
    [["export", slug, "--format", "csv"], /^Usage : export/],
    [
      ["export", slug, "--format", "xlsx", "--out", "x"],
      /^Format inconnu : xlsx\. Formats possibles : csv, json/,
    ],
    [["export", slug, "--format", "csv", "--out", "x", "--all"], /^--all ne vaut que pour --format json/],
    [["create-staff", "a@b.fr"], /^Usage/],
    [["recount", ""], /^Usage/],
    [["import-roadmap", "/nulle/part.json"], /^\/nulle\/part\.json : ce fichier n'existe pas/],
    [["restore", os.tmpdir()], /est un dossier/],
  ])("%j", async (args, message) => expect(await refused(...args)).toMatch(message));

  test("and tells every command when it is asked", async () => {
    for (const args of [["help"], ["--help"], ["export", "--help"]]) {
      const { code, out } = await concertation(...args);
      expect(code).toBe(0);
      for (const name of [
        "import-roadmap",
        "import-stages",
        "import-questionnaire",
        "import-contributions",
        "export",
        "recount",
        "create-staff",
        "revoke-staff",
        "backup",
        "restore",
      ])
        expect(out).toContain(name);
    }
  });
});

// One operator's day, in order: each test stands on the one before.
describe("the commands", () => {
  test("import-roadmap tells what is wrong, and where", async () => {
    expect(await refused("import-roadmap", written("broken.json", '{\n  "slug": "x",\n  oups\n}'))).toMatch(
      /broken\.json : ce JSON est incorrect, ligne 3, colonne 3/,
    );
    expect(await refused("import-roadmap", written("latin.json", Buffer.from([0x7b, 0xe9, 0x7d])))).toMatch(
      /n'est pas en UTF-8/,
    );
    const wrong = { ...ROADMAP, title: "", items: [{ ref: "a", kind: "axis", title: 3 }] };
    expect(await refused("import-roadmap", written("wrong.json", JSON.stringify(wrong)))).toMatch(
      /^title : .* \(et 1 autre problème\)$/,
    );
  }, 60_000);

  test("import-roadmap creates a consultation, and updates it", async () => {
    const roadmap = written("roadmap.json", JSON.stringify(ROADMAP));
    const { code, out } = await concertation("import-roadmap", roadmap);
    expect([code, out.replace(/\u202f/g, " ")]).toEqual([
      0,
      `Concertation « ${slug} » créée.\n  24 éléments créés\n`,
    ]);
    expect((await concertation("import-roadmap", roadmap)).out).toMatch(
      /mise à jour[^]*24 éléments inchangés/,
    );
  }, 60_000);

  test("import-questionnaire prints what is needed to hold the poll", async () => {
    const stage = {
      slug: "lyon",
      title: "Lyon",
      city: "Lyon",
      region: "84",
      startsAt: "2023-02-23T14:00:00+01:00",
    };
    expect(
      (
        await concertation(
          "import-stages",
          written("stages.json", JSON.stringify({ consultation: slug, events: [stage] })),
        )
      ).code,
    ).toBe(0);
    const questions = [{ ref: "un", kind: "open", title: "Un ?" }];
    const { code, out } = await concertation(
      "import-questionnaire",
      slug,
      "lyon",
      written("questions.json", JSON.stringify({ title: "Questions", questions })),
    );
    expect(code).toBe(0);
    const lines = out.replace(/[\u202f\u00a0]/g, " ");
    const [, spaced = ""] = /^Code : (\w{3} \w{3})$/m.exec(lines) ?? [];
    const join = `http://localhost:3000/direct/${spaced.replace(" ", "")}`;
    expect(lines).toContain(`Participer : ${join}\n`);
    expect(lines).toContain(`Régie : ${join}/regie\n`);
    expect(lines).toMatch(new RegExp(`${join}/ecran\\?cle=[\\w-]{22}\n`));
    const wrong = { title: "x", questions: [{ ...questions[0], item: "action-99" }] };
    expect(
      await refused("import-questionnaire", slug, "lyon", written("questions.json", JSON.stringify(wrong))),
    ).toMatch(/^questions\[0\]\.item : .*action-99/);
    expect(
      await refused(
        "import-questionnaire",
        slug,
        "nulle-part",
        written("questions.json", JSON.stringify({ title: "Questions", questions })),
      ),
    ).toMatch(/étape/);
  }, 60_000);

  test("import-contributions keeps the good rows, and writes the others beside the file", async () => {
    const rows = [
      line({ id: "1", position: "for", etoiles: "4", commentaire: "Oui" }),
      line({ id: "2", reference: "rien", position: "for" }),
      `3,action-1,p3,paper,84,citizen,for,,"jamais fermé,2023-02-01`,
      line({ id: "4", participant: "p4", canal: "online", position: "against", depose_le: "2023-04-01" }),
      line({ id: "5", participant: "p5", etoiles: "1" }),
    ];
    const csv = written("contributions.csv", [HEADER, ...rows].join("\r\n"));
    expect((await concertation("import-contributions", slug, csv, "--dry-run")).out).toMatch(
      /rien n'est écrit[^]*À importer\s: 2\s; déjà connues\s: 0\s; à rejeter\s: 3\./,
    );
    const { code, out } = await concertation("import-contributions", slug, csv);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^Lignes lues en [\d,]+ s\s: 5\. Importées\s: 2\s; déjà connues\s: 0\s; rejetées\s: 3\.\nLes lignes rejetées[^]*contributions\.csv\.rejects\.csv/,
      ),
    ]);
    expect(
      readFileSync(`${csv}.rejects.csv`, "utf8")
        .replace(/\u202f/g, " ")
        .split("\n"),
    ).toEqual([
      `line,reason,${HEADER}`,
      `3,reference : la concertation n'a pas d'élément « rien »,${rows[1]}`,
      "4,guillemets mal fermés ou mal placés,,,,,,,,,,",
      `5,depose_le : après la clôture ; seul le papier est accepté après elle,${rows[3]}`,
      "",
    ]);
    writeFileSync(csv, [HEADER, rows[0], rows[4]].join("\n"));
    expect((await concertation("import-contributions", slug, csv)).out).toMatch(
      /Importées\s: 0\s; déjà connues\s: 2\s; rejetées\s: 0/,
    );
    expect(existsSync(`${csv}.rejects.csv`)).toBe(false);
    expect(await refused("import-contributions", "inconnue", csv)).toMatch(/concertation/);
    expect(await refused("import-contributions", slug, written("no-header.csv", "a,b\n"))).toMatch(
      /^La première ligne doit nommer les colonnes/,
    );
  }, 60_000);

  test("export writes the contributions, or the results as the public sees them", async () => {
    expect((await concertation("export", slug, "--format", "csv", "--out", file("out.csv"))).out).toMatch(
      /^3 lignes écrites/,
    );
    expect(readFileSync(file("out.csv"), "utf8").split("\n")).toHaveLength(5);
    expect((await concertation("export", slug, "--format", "json", "--out", file("out.json"))).code).toBe(0);
    expect(
      (await concertation("export", slug, "--format", "json", "--all", "--out", file("all.json"))).out,
    ).toMatch(/ne les publiez pas/);
    const lyon = (name: string) =>
      (
        JSON.parse(readFileSync(file(name), "utf8")) as {
          items: { ref: string; byRegion: Record<string, object> }[];
        }
      ).items.find(({ ref }) => ref === "action-1")?.byRegion["84"];
    expect(lyon("out.json")).toEqual({ suppressed: true });
    expect(lyon("all.json")).toMatchObject({ participants: 2 });
    expect(
      await refused("export", slug, "--format", "csv", "--out", path.join(folder, "no/folder.csv")),
    ).toMatch(/n'existe pas/);
  }, 60_000);

  test("recount says yes, or no and where", async () => {
    expect(await concertation("recount", slug)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/tous exacts/) as string,
    });
    await directly(({ prisma }) => prisma.$executeRaw`UPDATE turnout SET participants = participants + 1`);
    const { code, out } = await concertation("recount", slug);
    expect([code, out.replace(/\u202f/g, " ")]).toEqual([
      1,
      expect.stringMatching(
        /^Participants region=84 stakeholder=citizen : publié 3, recompté 2\n.*1 est faux\.\n$/,
      ),
    ]);
    await directly(({ prisma }) => prisma.$executeRaw`UPDATE turnout SET participants = participants - 1`);
  }, 60_000);

  test("create-staff gives a password once", async () => {
    const { code, out } = await concertation("create-staff", "Agent@exemple.fr", "--role", "moderator");
    expect([code, out]).toEqual([0, expect.stringMatching(/rôle moderator\. Mot de passe[^]* \S{12,}\n$/)]);
    expect((await concertation("create-staff", "agent@exemple.fr", "--role", "organiser")).out).toMatch(
      /a maintenant le rôle organiser/,
    );
    expect(await refused("create-staff", "x@exemple.fr", "--role", "participant")).toMatch(/rôle/);
    expect(
      await refused("create-staff", "x@exemple.fr", "--role", "editor", "--consultation", "nulle-part"),
    ).not.toBe("");
    expect(await refused("create-staff", "pas une adresse", "--role", "organiser")).not.toBe("");
  }, 60_000);

  test("revoke-staff takes away what create-staff gave, once, and says which", async () => {
    const here = ["--consultation", slug];
    const given = await concertation(
      "create-staff",
      "agent@exemple.fr",
      ...["--role", "editor", "--role", "moderator"],
      ...here,
    );
    expect(given.out).toContain(`editor, moderator (${slug})`);
    const revoke = async (...args: string[]) => {
      const { code, out } = await concertation("revoke-staff", "agent@exemple.fr", ...args);
      return [code, out];
    };
    expect(await revoke("--role", "editor", ...here)).toEqual([
      0,
      expect.stringContaining(`editor (${slug})`),
    ]);
    expect(await revoke("--role", "editor")).toEqual([1, expect.stringMatching(/aucun de ces rôles/)]);
    expect(await revoke()).toEqual([0, expect.stringMatching(/plus le rôle .*(organiser|moderator)/)]);
    expect(await revoke()).toEqual([1, expect.any(String)]);
    expect(await refused("revoke-staff", "personne@exemple.fr")).toMatch(/pas de compte/);
  }, 60_000);

  test("backup and restore bring the database back", async () => {
    expect(await concertation("backup", file("backup"))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/sauvegardées/) as string,
    });
    await directly(({ prisma }) => prisma.$executeRaw`UPDATE comment SET body = 'abîmé'`);
    expect(await refused("restore", written("half", readFileSync(file("backup")).subarray(0, 900)))).toMatch(
      /Rien n'a été changé/,
    );
    expect(await concertation("restore", file("backup"))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/restaurées/) as string,
    });
    await directly(async ({ prisma }) =>
      expect(await prisma.comment.findMany()).toMatchObject([{ body: "Oui" }]),
    );
    expect((await concertation("recount", slug)).code).toBe(0);
  }, 60_000);

  test("a database that cannot be had is one line", async () => {
    const cli = (env: Record<string, string>, ...args: string[]) =>
      spawnSync(
        process.execPath,
        [
          "--import",
          pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href,
          path.join(ROOT, "app/cli/main.ts"),
          ...args,
        ],
        {
          cwd: ROOT,
          encoding: "utf8",
          env: { ...process.env, NODE_OPTIONS: "", LANG: "en_GB.UTF-8", ...env },
        },
      );
    if (databaseKind === "embedded") {
      await directly(() => {
        const second = cli(environment, "recount", slug);
        expect([second.status, second.stdout, second.stderr]).toEqual([
          2,
          "",
          expect.stringMatching(/in use by process \d+.*\n$/),
        ]);
        return Promise.resolve();
      });
    }
    const unreachable = cli({ DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" }, "recount", slug);
    expect([unreachable.status, unreachable.stdout, unreachable.stderr]).toEqual([
      2,
      "",
      expect.stringMatching(/^DATABASE_URL: .*127\.0\.0\.1.*\n$/),
    ]);
    const wrong = cli({ DATABASE_URL: "mysql://x" }, "recount", slug);
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringMatching(/^DATABASE_URL: must be an address such as .*\n$/),
    ]);
  }, 60_000);
});
