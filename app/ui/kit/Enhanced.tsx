import type { ReactNode } from "react";

/** What a form that is sent in the background says of the sending. */
export interface SendingTexts {
  /** "Envoi en cours…" */
  sending: string;
  /** "Connexion perdue. Votre texte reste ici ; nouvel essai dès que possible." */
  offline: string;
  /** "L'envoi a échoué. Rien n'est perdu : réessayez." */
  failed: string;
  /** The button that sends again at once. */
  resend: string;
}

export interface DraftTexts {
  /** "Brouillon gardé sur cet appareil." */
  kept: string;
  /** "Brouillon retrouvé sur cet appareil." */
  restored: string;
  /** "Effacer le brouillon" */
  discard: string;
}

/** The names of the editor's tools. */
export interface EditorTexts {
  /** Names the toolbar: "Mise en forme". */
  toolbar: string;
  bold: string;
  italic: string;
  list: string;
  numbered: string;
  quote: string;
  link: string;
  /** "Adresse du lien" */
  address: string;
  /** "Ajouter le lien" */
  apply: string;
  /** "Retirer le lien" */
  unlink: string;
}

/**
 * Wraps one plain POST form: sends it in the background, shows what the server answered, and keeps
 * everything on screen while the network is away. Without JavaScript it is not there.
 */
export function EnhancedForm({ texts, children }: { texts: SendingTexts; children: ReactNode }) {
  return <enhanced-form {...texts}>{children}</enhanced-form>;
}

/**
 * Wraps one form, with its hidden field `submission`, and keeps what is typed in it on this device under `store`, until the server
 * accepts it (see `DraftAccepted`) or a week has passed. Passwords are never kept.
 */
export function DraftKeeper({
  store,
  texts,
  children,
}: {
  /** Unique per thing written: "avis:SLUG:REF". */
  store: string;
  texts: DraftTexts;
  children: ReactNode;
}) {
  return (
    <draft-keeper store={store} {...texts}>
      {children}
    </draft-keeper>
  );
}

/** Where a `DraftKeeper` puts its sentence, if it should not stand at the end of the form. */
export function DraftNote() {
  return <p className="draft-note" data-draft-note hidden />;
}

/**
 * The server took what was sent with this `submission`: drops the draft it came from, wherever that was written, and no
 * other, however often the page is loaded. Without one it drops every draft (sign-out).
 */
export function DraftAccepted({ submission }: { submission?: string }) {
  return <draft-accepted submission={submission} />;
}

/** Characters left in a `TextArea`, shown before the limit is hit. Texts carry `{count}`. */
export function CharCounter({
  field,
  max,
  texts,
  near,
}: {
  /** The textarea's id: `fieldId(name)` unless given another. */
  field: string;
  max: number;
  texts: {
    /** What is read without JavaScript: "4 000 caractères au plus." */
    limit: string;
    /** "Caractères restants : {count}" */
    left: string;
    /** "{count} caractères de trop : raccourcissez pour envoyer." */
    over: string;
    /** The same where the count takes the singular: "{count} caractère de trop…" */
    overByOne: string;
  };
  /** From how many left it is also read aloud. A tenth of `max`, at most 200, by default. */
  near?: number;
}) {
  const { limit, left, over, overByOne } = texts;
  return (
    <char-counter
      class="counter"
      id={`${field}-count`}
      for={field}
      max={max}
      near={near}
      left={left}
      over={over}
      over-by-one={overByOne}
    >
      {limit}
    </char-counter>
  );
}

/** Wraps a textarea with an editor that loads when the field is approached; Markdown stays in the textarea. */
export function RichText({ texts, children }: { texts: EditorTexts; children: ReactNode }) {
  return <rich-text {...texts}>{children}</rich-text>;
}

/**
 * The three ways to a good password (CNIL, 2022), each ticked while typing. They stand there as
 * plain text without JavaScript. For `Field`'s `rules`.
 */
export function PasswordRules({
  field,
  texts,
}: {
  /** The password field's id. */
  field: string;
  texts: {
    /** "L'une de ces trois façons suffit :" */
    intro: string;
    /** "12 caractères avec minuscule, majuscule, chiffre et signe" */
    twelve: string;
    /** "14 caractères de trois de ces sortes" */
    fourteen: string;
    /** "7 mots séparés par des espaces" */
    words: string;
    /** Read before a rule that is met: "Fait :" */
    met: string;
    /** "{length} caractères, {classes} sortes, {words} mots" */
    progress: string;
    /** "Mot de passe assez solide." */
    ok: string;
  };
}) {
  return (
    <password-meter for={field} progress={texts.progress} ok={texts.ok} met={texts.met}>
      <p>{texts.intro}</p>
      <ul>
        <li data-rule="twelve">{texts.twelve}</li>
        <li data-rule="fourteen">{texts.fourteen}</li>
        <li data-rule="words">{texts.words}</li>
      </ul>
    </password-meter>
  );
}
