import { CLOSED, OPEN } from "./item-page";

/** Pages that are only read, by what they are. */
export const READ = {
  home: "/",
  consultation: OPEN,
  "consultation, one axis": `${OPEN}?axe=axe-3`,
  "consultation, unknown axis": `${OPEN}?axe=axe-99`,
  "closed consultation": CLOSED,
  search: `${OPEN}/recherche?q=telesante`,
  "search, nothing found": `${OPEN}/recherche?q=xylophone`,
  "earlier versions": `${OPEN}/action-1/versions`,
  stages: `${OPEN}/etapes`,
  stage: `${OPEN}/etapes/etape-15-lyon`,
  "stage with results": `${OPEN}/etapes/melee-numerique-toulouse`,
  results: `${OPEN}/resultats`,
  "results, filtered": `${OPEN}/resultats?mesure=agreement&axe=axe-1&categorie=citizen&tri=84&sens=desc`,
  "results of a region": `${OPEN}/resultats/regions/84`,
  "results of a closed consultation": `${CLOSED}/resultats`,
  accessibility: "/accessibilite",
  "legal notice": "/mentions-legales",
  "personal data": "/donnees-personnelles",
  "site map": "/plan-du-site",
  "joining a poll": "/direct",
  "sign-in": "/connexion",
  "forgotten password": "/mot-de-passe-oublie",
  "opinion that was not kept": "/avis-non-enregistre",
} as const;

/** Pages where one acts, which may bring a script. */
export const ACTED = {
  axis: `${OPEN}/axe-1`,
  action: `${OPEN}/action-1`,
  objective: `${OPEN}/objectif-apcv`,
  "closed axis": `${CLOSED}/axe-1`,
  "sign-up": "/inscription",
  "sign-up, mail sent": "/inscription?envoye=1",
  "dead reset link": "/nouveau-mot-de-passe?jeton=x",
  confirmation: "/inscription/confirmer?jeton=x",
  "signed out": "/deconnexion",
} as const;

/** Pages of who is signed in. */
export const OWN = {
  account: "/compte",
  contributions: "/compte/contributions",
  "change of password": "/compte/mot-de-passe",
  "deletion of the account": "/compte/supprimer",
  "sign-out": "/deconnexion",
  "action, signed in": `${OPEN}/action-1`,
  "consultation, signed in": OPEN,
} as const;
