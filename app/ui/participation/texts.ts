import type { T } from "~/platform/i18n";

/** The words of the elements that help to write, for both languages. */
export const editorTexts = (t: T) => ({
  toolbar: t("participation:editor.toolbar"),
  bold: t("participation:editor.bold"),
  italic: t("participation:editor.italic"),
  list: t("participation:editor.list"),
  numbered: t("participation:editor.numbered"),
  quote: t("participation:editor.quote"),
  link: t("participation:editor.link"),
  address: t("participation:editor.address"),
  apply: t("participation:editor.apply"),
  unlink: t("participation:editor.unlink"),
});

/** Of a counter for a text that may have `max` characters. */
export const counterTexts = (t: T, max: string) => ({
  limit: t("participation:editor.limit", { max }),
  left: t("participation:editor.left"),
  overByOne: t("participation:editor.over", { count: 1 }),
  over: t("participation:editor.over", { count: 2 }),
});

export const draftTexts = (t: T) => ({
  kept: t("participation:draft.kept"),
  restored: t("participation:draft.restored"),
  discard: t("participation:draft.discard"),
});

export const sendingTexts = (t: T) => ({
  sending: t("participation:sending.sending"),
  offline: t("participation:sending.offline"),
  failed: t("participation:sending.failed"),
  resend: t("participation:sending.resend"),
});
