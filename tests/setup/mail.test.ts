import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { parseMail } from "./mail";

test.each([
  ["plain", "Confirm your address", "Open http://localhost/confirmer?jeton=abc within a day."],
  [
    "accents, long lines and an equals sign",
    "Confirmez votre adresse à l’Assemblée, événement n° 1 de l’été",
    `Bonjour,\n\nVotre adresse a été enregistrée. ${"Très longue ligne. ".repeat(10)}\n\nhttps://exemple.fr/confirmer?jeton=${"a1=b2_".repeat(20)}\n`,
  ],
  ["mostly beyond ASCII", "été ".repeat(30).trim(), "é".repeat(500)],
])("a message as nodemailer writes it is read back: %s", async (_, subject, text) => {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({ from: "a@b.fr", to: "Zoé <zoe@exemple.fr>", subject, text });
  const mail = parseMail((message as Buffer).toString("latin1"));
  expect(mail).toMatchObject({ to: "zoe@exemple.fr", subject });
  expect(mail.text.trim()).toBe(text.trim());
  expect(mail.links).toEqual(text.match(/http\S+/g) ?? []);
});
