export default {
  accessibilite: {
    title: "Déclaration d’accessibilité",
    description: "Déclaration d’accessibilité de ce site : état de conformité, contact et voies de recours.",
  },
  "mentions-legales": {
    title: "Mentions légales",
    description: "Éditeur, hébergement, réutilisation des données et règles de participation.",
  },
  "donnees-personnelles": {
    title: "Données personnelles",
    description: "Ce que ce site conserve, ce qu’il publie, et vos droits.",
  },
  retention: {
    unset: "*À compléter par l’exploitant : durée de conservation après la fin d’une concertation.*",
    set_one:
      "Un mois après la clôture d’une concertation, ce que vous y avez dit n’est plus relié ni à votre compte ni à votre nom. Un compte dont personne ne s’est servi depuis un mois, et qu’aucune concertation ne connaît plus, est supprimé.",
    set_other:
      "{{count}} mois après la clôture d’une concertation, ce que vous y avez dit n’est plus relié ni à votre compte ni à votre nom. Un compte dont personne ne s’est servi depuis {{count}} mois, et qu’aucune concertation ne connaît plus, est supprimé.",
  },
  updated: "Mis à jour {{moment}}",
  edit: "Modifier ce texte",
  map: {
    title: "Plan du site",
    description: "Toutes les pages de ce site.",
    consultations: "Concertations",
    none: "Aucune concertation n’est publiée pour l’instant.",
    participate: "Participer",
    about: "À propos de ce site",
    home: "Accueil",
    "sign-up": "Créer un compte",
    "sign-in": "Se connecter",
    account: "Mon compte",
    results: "Résultats par action et par région",
    stages: "Étapes en région",
    search: "Rechercher dans le projet",
  },
  editing: {
    title: "Modifier : {{title}}",
    locale: "Ce texte est celui de la version {{language}}.",
    french: "française",
    english: "anglaise",
    "other-french": "Modifier le texte français",
    "other-english": "Modifier le texte anglais",
    body: "Texte (Markdown)",
    hint: "« ## » ouvre une partie, « - » un élément de liste, « [mots](adresse) » un lien. Laissez vide pour revenir au texte fourni avec le logiciel.",
    save: "Enregistrer",
    saved: "Le texte est enregistré et visible dès maintenant.",
    see: "Voir la page",
    refused: "Le texte n’est pas enregistré",
    "too-long": "Ce texte dépasse {{max}} caractères : raccourcissez-le.",
  },
};
