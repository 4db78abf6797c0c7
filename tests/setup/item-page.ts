import { expect, type Locator, type Page } from "@playwright/test";

/** The two consultations of the demonstration. */
export const OPEN = "/concertations/feuille-de-route-2023-2027";
export const CLOSED = "/concertations/premier-cercle";

/** The page where one reads an action and says what one thinks of it, by the names that a screen reader says. */
export class ItemPage {
  readonly panel: Locator;

  constructor(
    readonly page: Page,
    readonly scripted: boolean,
  ) {
    this.panel = page.getByRole("region", { name: "Votre avis" });
  }

  async open(ref: string): Promise<void> {
    await this.page.goto(`${OPEN}/${ref}`);
  }

  position(name: "D’accord" | "Mitigé" | "Pas d’accord"): Locator {
    return this.panel.getByRole("group", { name: "vous êtes…" }).getByRole("radio", { name, exact: true });
  }

  stars(count: number): Locator {
    return this.panel
      .getByRole("group", { name: "Quelle priorité" })
      .getByRole("radio", { name: `${count} sur 5` });
  }

  /** Where a text is typed: the plain field, or the editor that has taken its place. */
  field(label = "Un commentaire"): Locator {
    return this.page.getByRole("textbox", { name: label });
  }

  /** The field that is sent, even when an editor stands in its place. */
  plainField(): Locator {
    return this.panel.locator("textarea[name=body]");
  }

  /** Types a text as a person does; with scripts, in the editor that opens when the field is approached. */
  async write(text: string, label?: string): Promise<void> {
    const field = this.field(label);
    if (this.scripted) {
      // Not a click: the editor may take the field's place between the two halves of one.
      await field.focus();
      await expect(field).toHaveAttribute("contenteditable", "true");
    }
    await field.fill(text);
  }

  async send(): Promise<void> {
    await this.panel.getByRole("button", { name: "Enregistrer mon avis" }).click();
  }

  /** Sends, and waits until the page says that it is kept. */
  async save(): Promise<void> {
    await this.send();
    await expect(this.panel.getByRole("status").first()).toContainText("Votre avis est enregistré.");
  }

  /** The comment, or the reply, that holds `text`; not the thread around it. */
  comment(text: string): Locator {
    return this.page.getByRole("article").filter({ hasText: text }).last();
  }
}
