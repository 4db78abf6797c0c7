import { expect, linkTo, OPEN, signInHere, test } from "../setup/people";

/** What everybody can do, the same with JavaScript and without. */
export function journeys(): void {
  test("an opinion given before having an account is there once the address is confirmed", async ({
    page,
    item,
    newcomer,
    mail,
  }) => {
    const text = `Le téléconseil manque ici, ${newcomer.displayName}.`;
    await page.goto("/");
    await page
      .getByRole("link", {
        name: "Lire et donner mon avis : Feuille de route du numérique en santé 2023-2027",
      })
      .click();
    await page.getByRole("link", { name: "Action 11 " }).click();
    await item.position("Mitigé").check();
    await item.stars(4).check();
    await item.write(text);
    await item.send();

    await expect(page.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();
    await expect(
      page.getByText("Votre avis est gardé : il sera enregistré dès que vous serez connecté."),
    ).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Créer un compte" }).click();
    await page.getByLabel("Adresse e-mail").fill(newcomer.email);
    await page.getByLabel("Mot de passe", { exact: true }).fill(newcomer.password);
    await page.getByLabel("Nom affiché").fill(newcomer.displayName);
    await page.getByLabel("Votre région").selectOption({ label: "Auvergne-Rhône-Alpes" });
    await page
      .getByLabel("Vous participez en tant que")
      .selectOption({ label: "Professionnelle ou professionnel libéral" });
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Consultez vos messages" })).toBeVisible();

    const { links, subject } = await mail(newcomer.email);
    expect(subject).toBe("Confirmez votre adresse");
    await page.goto(linkTo(links, "/inscription/confirmer"));
    await page.getByRole("button", { name: "Confirmer mon adresse" }).click();

    await expect(page).toHaveURL(/\/action-11\?avis=enregistre&envoi=[\da-f-]+#votre-avis$/);
    await expect(item.panel.getByRole("status").first()).toContainText("Votre avis est enregistré.");
    await expect(item.position("Mitigé")).toBeChecked();
    await expect(item.stars(4)).toBeChecked();
    const comment = item.comment(text);
    await expect(comment).toContainText(newcomer.displayName);
    await expect(comment).toContainText("professionnel libéral, Auvergne-Rhône-Alpes");
  });

  test("a link that is followed in another browser needs the password, and the opinion comes only after it", async ({
    page,
    item,
    newcomer,
    mail,
    playwright,
    baseURL,
  }) => {
    const text = `Écrit sur un autre appareil, ${newcomer.displayName}.`;
    const device = await playwright.request.newContext({ baseURL });
    await device.post(`${OPEN}/objectif-identite-patients`, { form: { body: text } });
    await device.post("/inscription", { form: { ...newcomer } });
    await device.dispose();
    const { links } = await mail(newcomer.email);
    await page.goto(linkTo(links, "/inscription/confirmer"));
    const field = page.getByLabel("Mot de passe choisi à l’inscription");
    await field.fill("Ce-n-est-pas-lui-1");
    await page.getByRole("button", { name: "Confirmer mon adresse" }).click();
    await expect(
      page.getByText("Ce n’est pas le mot de passe choisi à l’inscription.").first(),
    ).toBeVisible();
    await field.fill(newcomer.password);
    await page.getByRole("button", { name: "Confirmer mon adresse" }).click();
    await expect(item.panel.getByRole("status").first()).toContainText("Votre avis est enregistré.");
    await expect(item.comment(text)).toContainText(newcomer.displayName);
  });

  test("a sign-up that somebody else made with one's address is forgotten", async ({
    page,
    newcomer,
    mail,
    playwright,
    baseURL,
  }) => {
    const stranger = await playwright.request.newContext({ baseURL });
    await stranger.post("/inscription", { form: { ...newcomer } });
    await stranger.dispose();
    const link = linkTo((await mail(newcomer.email)).links, "/inscription/confirmer");
    await page.goto(link);
    await page.getByRole("button", { name: "Oublier cette inscription" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "Cette inscription est oubliée" }),
    ).toBeVisible();
    await page.goto(link);
    await page.getByRole("button", { name: "Confirmer mon adresse" }).click();
    await expect(page.getByRole("alert")).toContainText("Ce lien a déjà servi");
  });

  test("a vote and its stars are changed, then withdrawn one by one", async ({ page, item, signUp }) => {
    await signUp();
    await item.open("action-12");
    await item.position("D’accord").check();
    await item.stars(5).check();
    await item.save();
    await page.goto(OPEN);
    await expect(page.getByText("1 action sur 7 évaluée")).toBeVisible();

    await item.open("action-12");
    await item.position("Pas d’accord").check();
    await item.save();
    await item.open("action-12");
    await expect(item.position("Pas d’accord")).toBeChecked();
    await expect(item.stars(5)).toBeChecked();

    await item.panel.getByRole("button", { name: "Retirer mon vote" }).click();
    await expect(item.panel.getByRole("status").first()).toContainText("C’est retiré.");
    await expect(item.position("Pas d’accord")).not.toBeChecked();
    await expect(item.stars(5)).toBeChecked();
    await item.panel.getByRole("button", { name: "Retirer ma note" }).click();
    await expect(item.stars(5)).not.toBeChecked();
    await page.goto(OPEN);
    await expect(page.getByText("0 action sur 7 évaluée")).toBeVisible();
  });

  test("a comment is changed, keeps its history, and is withdrawn", async ({ page, item, signUp }) => {
    const { displayName } = await signUp();
    const [before, after] = [`Avant relecture, ${displayName}.`, `Après relecture, ${displayName}.`];
    await item.open("action-2");
    await item.write(before);
    await item.save();
    await item.comment(before).getByRole("link", { name: "Modifier ou retirer" }).click();
    await item.write(after, "Votre commentaire");
    await page.getByRole("button", { name: "Enregistrer la modification" }).click();
    await expect(page.getByRole("status").first()).toContainText("C’est enregistré.");
    await expect(item.comment(after)).toContainText("modifié");
    await page.getByText("Versions précédentes").click();
    await expect(page.getByText(before)).toBeVisible();

    await page.getByText("Retirer votre commentaire").click();
    await page.getByRole("button", { name: "Retirer mon commentaire" }).click();
    await expect(page.getByRole("status").first()).toContainText("C’est retiré.");
    await expect(page.getByText(after)).toHaveCount(0);
  });

  test("somebody else's comment is answered and supported", async ({ page, item, signUp, neighbour }) => {
    const { displayName } = await signUp();
    const said = `Et les aidants ? ${neighbour.person.displayName}`;
    const answer = `Ils ont droit à un accès, ${displayName}.`;
    await neighbour.request.post(`${OPEN}/action-7`, { form: { body: said } });

    await item.open("action-7");
    const supports = (act: string) =>
      page.getByRole("button", { name: `${act} : commentaire de ${neighbour.person.displayName}` });
    await supports("Soutenir (0)").click();
    await expect(supports("Ne plus soutenir (1)")).toBeVisible();
    await supports("Ne plus soutenir (1)").click();
    await expect(supports("Soutenir (0)")).toBeVisible();

    await item.comment(said).getByRole("link", { name: "Répondre" }).click();
    await item.write(answer, "Votre réponse");
    await page.getByRole("button", { name: "Envoyer ma réponse" }).click();
    await expect(page.getByRole("status").first()).toContainText("C’est enregistré.");
    await expect(item.comment(answer)).toContainText(displayName);

    await item.open("action-7");
    const thread = page.getByRole("article").filter({ hasText: said }).last();
    await expect(thread.getByRole("article").filter({ hasText: answer })).toHaveCount(1);
    await expect(
      page.getByRole("button", { name: `commentaire de ${displayName}` }),
      "nobody supports what they wrote",
    ).toHaveCount(0);
  });

  test("a forgotten password is replaced by a mail", async ({ page, signUp, mail }) => {
    const { email, password } = await signUp();
    await page.goto("/compte");
    await page.getByRole("button", { name: "Me déconnecter", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Déconnexion terminée" })).toBeVisible();

    await page.getByRole("main").getByRole("link", { name: "Se connecter" }).click();
    await page.getByRole("link", { name: "Mot de passe oublié ?" }).click();
    await page.getByLabel("Adresse e-mail").fill(email);
    await page.getByRole("button", { name: "Recevoir le lien" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Consultez vos messages" })).toBeVisible();
    const { links } = await mail(email, {
      matching: ({ subject }) => subject === "Choisissez un nouveau mot de passe",
    });
    const link = linkTo(links, "/nouveau-mot-de-passe");
    await page.goto(link);
    await page.getByLabel("Nouveau mot de passe").fill(`Autre-${password}`);
    await page.getByRole("button", { name: "Enregistrer ce mot de passe" }).click();
    await expect(page.getByRole("status").first()).toContainText("Votre mot de passe est changé.");

    await page.getByRole("button", { name: "Me déconnecter", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Déconnexion terminée" })).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: "Ce lien ne fonctionne plus" })).toBeVisible();
    await page.goto("/connexion");
    await signInHere(page, { email, password });
    await expect(page.getByRole("alert")).toContainText("L’adresse ou le mot de passe ne convient pas.");
    await signInHere(page, { email, password: `Autre-${password}` });
    await page.getByRole("link", { name: "Mon compte" }).click();
    await expect(page.getByText(email)).toBeVisible();
  });

  test("what was typed survives a session that ended meanwhile", async ({
    page,
    item,
    signUp,
    signOutElsewhere,
  }) => {
    const person = await signUp();
    const text = `Tapé pendant la déconnexion, ${person.displayName}.`;
    await item.open("action-13");
    await item.stars(3).check();
    await item.write(text);
    await signOutElsewhere(person);
    await item.send();
    await expect(page.getByText("Votre avis est gardé")).toBeVisible();
    await signInHere(page, person);
    await expect(page).toHaveURL(/\/action-13\?avis=enregistre&envoi=[\da-f-]+#votre-avis$/);
    await expect(item.comment(text)).toContainText(person.displayName);
    await expect(item.stars(3)).toBeChecked();
    await expect(page.getByText(text)).toHaveCount(1);
  });

  test("a text that is too long is refused, stays, and passes once shortened", async ({
    item,
    signUp,
    allowErrors,
  }) => {
    allowErrors(/^400 /);
    const { displayName } = await signUp();
    const long = `${displayName} ${"é".repeat(5_000)}`;
    await item.open("objectif-experimentations-100");
    await item.stars(1).check();
    await item.write(long);
    await item.send();
    await expect(item.panel.getByRole("alert")).toContainText("Votre texte dépasse 5 000 caractères.");
    await expect(item.plainField()).toHaveValue(long);
    await expect(item.stars(1)).toBeChecked();
    await item.write(displayName);
    await item.save();
    await expect(item.comment(displayName)).toBeVisible();
  });

  test("taking a vote back loses nothing of the comment that is being typed", async ({ item, signUp }) => {
    const { displayName } = await signUp();
    const text = `Je retire mon vote, pas mes mots, ${displayName}.`;
    await item.open("objectif-innovations-prevention");
    await item.position("D’accord").check();
    await item.save();
    await item.write(text);
    await item.panel.getByRole("button", { name: "Retirer mon vote" }).click();
    await expect(item.panel.getByRole("status").first()).toContainText("C’est retiré.");
    await expect(item.plainField()).toHaveValue(text);
    await item.save();
    await expect(item.comment(text)).toContainText(displayName);
    await expect(item.position("D’accord")).not.toBeChecked();
  });

  test("taking a vote back is done after signing in again, when the session had ended", async ({
    page,
    item,
    signUp,
    signOutElsewhere,
  }) => {
    const person = await signUp();
    await item.open("objectif-innovations-prevention");
    await item.position("D’accord").check();
    await item.stars(3).check();
    await item.save();
    await signOutElsewhere(person);
    await item.panel.getByRole("button", { name: "Retirer mon vote" }).click();
    await expect(page.getByText("Votre demande est gardée")).toBeVisible();
    await signInHere(page, person);
    await expect(item.panel.getByRole("status").first()).toContainText("C’est retiré.");
    await expect(item.position("D’accord")).not.toBeChecked();
    await expect(item.stars(3)).toBeChecked();
  });

  test("a change to one's comment survives a session that ended meanwhile", async ({
    page,
    item,
    signUp,
    signOutElsewhere,
  }) => {
    const person = await signUp();
    const [before, after] = [`Tel quel, ${person.displayName}.`, `Repris plus tard, ${person.displayName}.`];
    await item.open("objectif-formation-etudiants");
    await item.write(before);
    await item.save();
    await item.comment(before).getByRole("link", { name: "Modifier ou retirer" }).click();
    await item.write(after, "Votre commentaire");
    await signOutElsewhere(person);
    await page.getByRole("button", { name: "Enregistrer la modification" }).click();
    await expect(page.getByText("Votre avis est gardé")).toBeVisible();
    await signInHere(page, person);
    await expect(page.getByRole("status").first()).toContainText("C’est enregistré.");
    await expect(item.comment(after)).toContainText("modifié");
  });

  test("a reply given before signing in is there afterwards, once, and leaves no draft", async ({
    page,
    item,
    signUp,
    neighbour,
    context,
  }) => {
    const person = await signUp();
    await context.clearCookies();
    const said = `Qui paiera ? ${neighbour.person.displayName}`;
    const answer = `L’assurance maladie, ${person.displayName}.`;
    await neighbour.request.post(`${OPEN}/objectif-telesurveillance-15`, { form: { body: said } });
    await item.open("objectif-telesurveillance-15");
    await item.comment(said).getByRole("link", { name: "Répondre" }).click();
    await item.write(answer, "Votre réponse");
    await page.getByRole("button", { name: "Envoyer ma réponse" }).click();
    await expect(page.getByText("Votre avis est gardé")).toBeVisible();
    await signInHere(page, person);
    await expect(page.getByRole("status").first()).toContainText("C’est enregistré.");
    await expect(item.comment(answer)).toContainText(person.displayName);
    await page.reload();
    await expect(item.field("Votre réponse")).toHaveValue("");
    await item.open("objectif-telesurveillance-15");
    await expect(page.getByText(answer)).toHaveCount(1);
  });
}
