export default {
  skip: "Skip to content",
  home: "Concertation, home",
  nav: {
    label: "Main navigation",
    menu: "Menu",
    consultations: "Consultations",
    account: "My account",
    "sign-in": "Sign in",
    "sign-up": "Create an account",
    staff: "Staff",
  },
  footer: {
    label: "About this site",
    accessibility: "Accessibility: not compliant",
    legal: "Legal notice",
    privacy: "Personal data",
    map: "Site map",
    "other-language": "Français",
  },
};
