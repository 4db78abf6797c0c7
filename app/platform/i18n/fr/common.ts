export default {
  skip: "Aller au contenu",
  home: "Concertation, accueil",
  nav: {
    label: "Navigation principale",
    menu: "Menu",
    consultations: "Concertations",
    account: "Mon compte",
    "sign-in": "Se connecter",
    "sign-up": "Créer un compte",
    staff: "Gestion",
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
