export default {
  skip: "Aller au contenu",
  home: "Concertation, accueil",
  nav: {
    label: "Navigation principale",
    menu: "Menu",
    consultations: "Concertations",
    live: "En direct",
    account: "Mon compte",
    "sign-in": "Se connecter",
    "sign-up": "Créer un compte",
    staff: "Gestion",
  },
  staff: {
    title: "Gestion",
    intro: "Ce que l’équipe peut lire et modifier ici.",
    figures: "Résultats complets",
    "figures-text":
      "Toutes les cases vous sont montrées, y compris les plus petites. Ne les diffusez pas telles quelles.",
    "figures-of": "Résultats : {{title}}",
    texts: "Textes du site",
    "texts-text": "Ils engagent l’organisme qui exploite le site. Chacun existe en français et en anglais.",
    "edit-of": "Modifier : {{title}}",
  },
  footer: {
    label: "Informations sur le site",
    accessibility: "Accessibilité : non conforme",
    legal: "Mentions légales",
    privacy: "Données personnelles",
    map: "Plan du site",
    "other-language": "English",
  },
};
