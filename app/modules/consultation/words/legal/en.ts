export default {
  accessibilite: {
    title: "Accessibility statement",
    description: "Accessibility statement of this site: state of compliance, contact and means of redress.",
  },
  "mentions-legales": {
    title: "Legal notice",
    description: "Publisher, hosting, reuse of data and rules of participation.",
  },
  "donnees-personnelles": {
    title: "Personal data",
    description: "What this site keeps, what it publishes, and your rights.",
  },
  retention: {
    unset: "*To be completed by the operator: how long they are kept after the end of a consultation.*",
    set_one:
      "One month after a consultation closes, what you said there is no longer linked to your account or your name. An account that nobody has used for a month, and that no consultation knows any more, is deleted.",
    set_other:
      "{{count}} months after a consultation closes, what you said there is no longer linked to your account or your name. An account that nobody has used for {{count}} months, and that no consultation knows any more, is deleted.",
  },
  updated: "Updated {{moment}}",
  edit: "Edit this text",
  map: {
    title: "Site map",
    description: "Every page of this site.",
    consultations: "Consultations",
    none: "No consultation is published for now.",
    participate: "Take part",
    about: "About this site",
    home: "Home",
    "sign-up": "Create an account",
    "sign-in": "Sign in",
    account: "My account",
    results: "Results by action and by region",
    stages: "Stages in the regions",
    search: "Search the draft",
  },
  editing: {
    title: "Edit: {{title}}",
    locale: "This is the text of the {{language}} version.",
    french: "French",
    english: "English",
    "other-french": "Edit the French text",
    "other-english": "Edit the English text",
    body: "Text (Markdown)",
    hint: "“##” opens a section, “-” an element of a list, “[words](address)” a link. Leave empty to return to the text that comes with the software.",
    save: "Save",
    saved: "The text is saved and visible from now on.",
    see: "See the page",
    refused: "The text is not saved",
    "too-long": "This text is longer than {{max}} characters: shorten it.",
  },
};
