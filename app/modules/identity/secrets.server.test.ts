import { expect, test } from "vitest";
import { passwordStrength } from "./password";
import { hashPassword, isToken, newPassword, newToken, passwordMatches, tokenHash } from "./secrets.server";

test("passwords are kept as argon2id, with what OWASP asks for", async () => {
  expect(await hashPassword("Abcdefghij1!")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a password matches its own hash, however its accents were typed, and no other", async () => {
  const hash = await hashPassword("Éléphant-rose-42");
  expect(await passwordMatches(hash, "Éléphant-rose-42".normalize("NFD"))).toBe(true);
  expect(await passwordMatches(hash, "Elephant-rose-42")).toBe(false);
});

test("nobody's password matches, after as much work as a wrong one", async () => {
  const hash = await hashPassword("Abcdefghij1!");
  const timed = async (known: string | null) => {
    const started = process.cpuUsage();
    expect(await passwordMatches(known, "Zyxwvutsrq9?")).toBe(false);
    return process.cpuUsage(started).user;
  };
  await timed(null);
  const median = async (known: string | null) => {
    const times: number[] = [];
    for (let i = 0; i < 9; i++) times.push(await timed(known));
    return times.sort((a, b) => a - b)[4] as number;
  };
  // Work, not time: the machine may be busy. Without the decoy the ratio is about a thousand.
  expect((await median(hash)) / (await median(null))).toBeLessThan(4);
});

test("tokens are 256 random bits, of which only the SHA-256 is kept", () => {
  const tokens = Array.from({ length: 100 }, newToken);
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(100);
  for (const { token, hash } of tokens) {
    expect(isToken(token)).toBe(true);
    expect(hash).toBe(tokenHash(token));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  }
  for (const text of ["", "a".repeat(42), "a".repeat(44), `${"a".repeat(42)}\0`, `${"a".repeat(43)}\n`])
    expect(isToken(text)).toBe(false);
});

test("a generated password is strong by our own rule", () => {
  for (let i = 0; i < 50; i++)
    expect(passwordStrength(newPassword())).toMatchObject({ ok: true, length: 29, classes: 4 });
});
