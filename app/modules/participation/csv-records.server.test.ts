import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_RECORD, readRecords, type CsvRecord } from "./csv-records.server";

/** Reads `content`, handed over in pieces of `size` bytes. */
async function read(content: string | Buffer, size = 7): Promise<CsvRecord[]> {
  const bytes = Buffer.from(content);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const records: CsvRecord[] = [];
  for await (const some of readRecords(pieces())) records.push(...some);
  return records;
}

const fieldsOf = async (content: string | Buffer) =>
  (await read(content)).map((record) => ("fields" in record ? record.fields : record.problem));

test("takes , or ; from the header, with or without a byte order mark, whatever ends the lines", async () => {
  const expected = [
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
  ];
  for (const mark of ["", "\ufeff"])
    for (const delimiter of [",", ";"])
      for (const end of ["\n", "\r\n"])
        for (const last of ["", end]) {
          const content = mark + expected.map((row) => row.join(delimiter)).join(end) + last;
          expect(await fieldsOf(content), JSON.stringify(content)).toEqual(expected);
        }
});

test("reads quotes, and cells that go over several lines, with the line on which each record starts", async () => {
  expect(await read('a;b\n1;"deux; ""oui"""\r\n\r\n3;"sur\r\ntrois\nlignes"\n4;5')).toEqual([
    { line: 1, fields: ["a", "b"] },
    { line: 2, fields: ["1", 'deux; "oui"'] },
    { line: 4, fields: ["3", "sur\r\ntrois\nlignes"] },
    { line: 7, fields: ["4", "5"] },
  ]);
});

test("a quote that never closes costs its own line only", async () => {
  const content = 'a,b\n1,"ouvert\n2,x\n3,"quoted"\n4,"sur\ndeux"\n5,y';
  expect(await read(content)).toEqual([
    { line: 1, fields: ["a", "b"] },
    { line: 2, problem: "quotes" },
    { line: 3, fields: ["2", "x"] },
    { line: 4, fields: ["3", "quoted"] },
    { line: 5, fields: ["4", "sur\ndeux"] },
    { line: 7, fields: ["5", "y"] },
  ]);
});

test("quotes inside a cell, and rows of another width, are told one by one", async () => {
  expect(await fieldsOf('a,b\n1,12" disque\n2,un "mot" ici\n3\n4,x,y\n5,z')).toEqual([
    ["a", "b"],
    "quotes",
    "quotes",
    "columns",
    "columns",
    ["5", "z"],
  ]);
});

test("bytes that are no UTF-8 cost their record, and no other", async () => {
  const latin = Buffer.concat([
    Buffer.from("a,b\n1,é\n2,"),
    Buffer.from([0xe9]),
    Buffer.from('\n3,"sur\n'),
    Buffer.from([0xe9]),
    Buffer.from('"\n4,fin\ufffd\n'),
  ]);
  expect(await fieldsOf(latin)).toEqual([["a", "b"], ["1", "é"], "not-utf8", "not-utf8", ["4", "fin\ufffd"]]);
});

test("a line of 10 MB is refused by its number, in little memory, and the rest is read", async () => {
  const long = Buffer.alloc(10 * 1024 * 1024, "x");
  const content = Buffer.concat([Buffer.from("a,b\n1,2\n3,"), long, Buffer.from("\n4,5\n")]);
  expect(await read(content, 65_536)).toEqual([
    { line: 1, fields: ["a", "b"] },
    { line: 2, fields: ["1", "2"] },
    { line: 3, problem: "too-long" },
    { line: 4, fields: ["4", "5"] },
  ]);
  const quoted = Buffer.concat([Buffer.from('a,b\n3,"'), long, Buffer.from('"\n4,5\n')]);
  expect(await read(quoted, 65_536)).toEqual([
    { line: 1, fields: ["a", "b"] },
    { line: 2, problem: "too-long" },
    { line: 3, fields: ["4", "5"] },
  ]);
});

test("a quote that would close after the limit is given up at the limit", async () => {
  const line = `${"y".repeat(98)},\n`;
  const content = `a,b\n1,"ouvert\n${line.repeat(Math.ceil(MAX_RECORD / 100) + 10)}2,"\n`;
  const records = await read(content, 65_536);
  expect(records[1]).toEqual({ line: 2, problem: "quotes" });
  expect(records).toHaveLength(Math.ceil(MAX_RECORD / 100) + 13);
});

test("nothing, a blank file and a lone header are no error", async () => {
  expect(await read("")).toEqual([]);
  expect(await read("\n\r\n")).toEqual([]);
  expect(await fieldsOf("a,b")).toEqual([["a", "b"]]);
});

const cell = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", "\r\n", "é", "x", "\ufeff", " ") }),
  )
  // A lone carriage return ends no line, and a lone surrogate is no text.
  .map((text) => text.toWellFormed().replace(/\r(?!\n)/g, ""));

test("gives back whatever was written as CSV, however it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }),
      fc.constantFrom(",", ";"),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 50 }),
      async (rows, delimiter, end, size) => {
        const table = [["a", "b", "c"], ...rows];
        const content = stringify(table, {
          delimiter,
          record_delimiter: end,
          quoted_match: /[\r\n,;\ufeff]/,
        });
        expect(
          (await read(content, size)).map((record) => ("fields" in record ? record.fields : record)),
        ).toEqual(table);
      },
    ),
  );
});

test("any bytes at all end in records and problems, never in an error", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.integer({ min: 1, max: 60 }),
      async (bytes, size) => {
        for (const record of await read(Buffer.concat([Buffer.from("a,b\n"), bytes]), size))
          expect(record.line).toBeGreaterThan(0);
      },
    ),
  );
});
