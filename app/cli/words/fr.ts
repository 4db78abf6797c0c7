export default {
  help: `npm run concertation -- COMMANDE

  import-roadmap FICHIER.json                    crée une concertation, ou la met à jour par « ref »
  import-stages FICHIER.json                     les étapes d'un tour et leurs témoignages
  import-questionnaire SLUG ÉTAPE FICHIER.json   le questionnaire d'une étape ; donne son code et ses liens
  import-contributions SLUG FICHIER.csv          des contributions recueillies ailleurs (papier, réunion, autre site)
      --dry-run                                  compte, sans rien écrire dans la base
  export SLUG --format csv --out FICHIER         toutes les contributions
  export SLUG --format json --out FICHIER        les résultats tels que le public les voit
      --all                                      avec les petits effectifs : ne pas publier
  recount SLUG                                   recalcule chaque chiffre publié ; code 1 s'il y a un écart
  create-staff ADRESSE --role RÔLE… [--consultation SLUG]
                                                 donne des rôles dans l'équipe, partout ou dans une concertation
      rôles : organiser, moderator, editor, administrator
  revoke-staff ADRESSE [--role RÔLE…] [--consultation SLUG]
                                                 retire ces rôles, ou tous ; code 1 s'il n'y avait rien à retirer
  backup FICHIER                                 toute la base dans un fichier
  restore FICHIER                                remplace toute la base par ce fichier

Codes de sortie : 0 fait ; 1 la réponse est non ; 2 n'a pas pu s'exécuter.
Lancez les commandes dans le dossier du projet. Sans DATABASE_URL, arrêtez d'abord le serveur.`,
  usage: {
    none: "Indiquez une commande. La liste : npm run concertation -- help",
    unknown: "Commande inconnue : {{name}}. La liste : npm run concertation -- help",
    "import-roadmap": "Usage : import-roadmap FICHIER.json",
    "import-stages": "Usage : import-stages FICHIER.json",
    "import-questionnaire": "Usage : import-questionnaire SLUG ÉTAPE FICHIER.json",
    "import-contributions": "Usage : import-contributions SLUG FICHIER.csv [--dry-run]",
    export: "Usage : export SLUG --format csv|json --out FICHIER [--all]",
    recount: "Usage : recount SLUG",
    "create-staff":
      "Usage : create-staff ADRESSE --role organiser|moderator|editor|administrator [--role …] [--consultation SLUG]",
    "revoke-staff": "Usage : revoke-staff ADRESSE [--role …] [--consultation SLUG]",
    backup: "Usage : backup FICHIER",
    restore: "Usage : restore FICHIER",
  },
  progress: {
    rows: "{{rows}} lignes, {{speed}}/s",
  },
  failure: {
    unknown: "La commande n'a pas abouti : {{message}}",
    full: "Il n'y a plus de place sur le disque.",
    others_one: "(et {{count}} autre problème)",
    others_other: "(et {{count}} autres problèmes)",
  },
  file: {
    missing: "{{file}} : ce fichier n'existe pas.",
    folder: "{{file}} est un dossier ; un fichier est attendu.",
    denied: "{{file}} : ce fichier ne peut être ni lu ni écrit par ce compte.",
    full: "{{file}} : il n'y a plus de place sur le disque.",
    "not-utf8": "{{file}} : ce fichier n'est pas en UTF-8.",
    json: "{{file}} : ce JSON est incorrect, {{place}}.",
    place: "ligne {{line}}, colonne {{column}}",
  },
  roadmap: {
    created: "Concertation « {{slug}} » créée.",
    updated: "Concertation « {{slug}} » mise à jour.",
    "created-items_one": "{{count}} élément créé",
    "created-items_other": "{{count}} éléments créés",
    "updated-items_one": "{{count}} élément modifié :",
    "updated-items_other": "{{count}} éléments modifiés :",
    "unchanged-items_one": "{{count}} élément inchangé",
    "unchanged-items_other": "{{count}} éléments inchangés",
    "removed-items_one": "{{count}} élément retiré :",
    "removed-items_other": "{{count}} éléments retirés :",
    "kept-items_one": "{{count}} élément absent du fichier, gardé parce qu'il a reçu des avis :",
    "kept-items_other": "{{count}} éléments absents du fichier, gardés parce qu'ils ont reçu des avis :",
  },
  stages: {
    done: "Étapes de « {{slug}} » enregistrées. Créées : {{created}} ; mises à jour : {{updated}}.",
  },
  questionnaire: {
    done: "Questionnaire de « {{event}} » enregistré. Questions créées : {{created}} ; mises à jour : {{updated}} ; retirées : {{removed}}.",
    kept_one: "{{count}} question absente du fichier, gardée parce qu'elle a des réponses :",
    kept_other: "{{count}} questions absentes du fichier, gardées parce qu'elles ont des réponses :",
    code: "Code : {{code}}",
    join: "Participer : {{address}}",
    console: "Régie : {{address}}",
    screen: "Écran (lien secret) : {{address}}",
  },
  import: {
    forbidden: "Seuls l'exploitant et les administrateurs importent des contributions.",
    "no-header": "La première ligne doit nommer les colonnes, en UTF-8 : {{columns}}",
    "missing-columns": "Colonnes absentes de la première ligne : {{columns}}",
    "foreign-columns": "Colonnes inconnues, ou nommées deux fois : {{columns}}",
    changed:
      "Les dates de la concertation ont changé pendant l'import. Ce qui était enregistré le reste ; relancez la commande.",
    done: "Lignes lues en {{seconds}} s : {{rows}}. Importées : {{imported}} ; déjà connues : {{known}} ; rejetées : {{rejected}}.",
    would:
      "À blanc, rien n'est écrit. Lignes lues en {{seconds}} s : {{rows}}. À importer : {{imported}} ; déjà connues : {{known}} ; à rejeter : {{rejected}}.",
    rejects_one: "La ligne rejetée et sa raison : {{file}}",
    rejects_other: "Les lignes rejetées et leurs raisons : {{file}}",
  },
  rows: {
    "too-long": "ligne trop longue (plus de 256 Ko)",
    "not-utf8": "texte illisible : la ligne n'est pas en UTF-8",
    quotes: "guillemets mal fermés ou mal placés",
    columns: "le nombre de cellules n'est pas celui de la première ligne",
    id: "id : de 1 à 200 caractères attendus",
    participant: "participant : de 1 à 200 caractères attendus",
    reference: "reference : la concertation n'a pas d'élément « {{reference}} »",
    channel: "canal : online, event ou paper attendu",
    region: "region : le code d'une des 18 régions, unknown ou rien attendu",
    stakeholder: "categorie : une catégorie connue, unknown ou rien attendu",
    position: "position : for, mixed, against ou rien attendu",
    etoiles: "etoiles : un nombre de 1 à 5 ou rien attendu",
    empty: "ni position, ni étoiles, ni commentaire",
    instant: "depose_le : une date attendue, comme 2023-02-14 ou 2023-02-14T15:30:00+01:00",
    future: "depose_le : cette date est à venir",
    "before-opening": "depose_le : avant l'ouverture de la concertation",
    "after-closing": "depose_le : après la clôture ; seul le papier est accepté après elle",
  },
  export: {
    forbidden: "Seuls l'exploitant et les administrateurs exportent les contributions.",
    "unknown-format": "Format inconnu : {{format}}. Formats possibles : {{formats}}",
    "all-is-json": "--all ne vaut que pour --format json : le CSV contient déjà toutes les contributions.",
    contributions_one: "{{rows}} ligne écrite en {{seconds}} s dans {{file}}",
    contributions_other: "{{rows}} lignes écrites en {{seconds}} s dans {{file}}",
    results_one: "Résultats publics de {{count}} élément dans {{file}}",
    results_other: "Résultats publics de {{count}} éléments dans {{file}}",
    "all-results_one":
      "Résultats complets de {{count}} élément dans {{file}}. Ils montrent de petits effectifs : ne les publiez pas.",
    "all-results_other":
      "Résultats complets de {{count}} éléments dans {{file}}. Ils montrent de petits effectifs : ne les publiez pas.",
  },
  recount: {
    forbidden: "Seuls l'exploitant et les administrateurs recomptent.",
    right: "{{figures}} chiffres recomptés en {{seconds}} s : tous exacts.",
    wrong_one: "{{figures}} chiffres recomptés en {{seconds}} s : {{count}} est faux.",
    wrong_other: "{{figures}} chiffres recomptés en {{seconds}} s : {{count}} sont faux.",
    more_one: "… et {{count}} autre.",
    more_other: "… et {{count}} autres.",
    difference: "{{figure}} {{place}} : publié {{published}}, recompté {{counted}}",
    figures: {
      tally: "Résultat",
      turnout: "Participants",
      participant: "Avis d'une personne",
      voice: "Avis",
      supports: "Soutiens",
    },
  },
  staff: {
    created: "Compte {{email}} créé, rôle {{role}}. Mot de passe, montré cette seule fois : {{password}}",
    promoted: "Le compte {{email}} a maintenant le rôle {{role}} ; son mot de passe reste le sien.",
    in: "{{role}} ({{consultation}})",
    revoked: "Le compte {{email}} n'a plus le rôle {{role}}.",
    nothing: "Le compte {{email}} n'avait aucun de ces rôles.",
  },
  backup: {
    done: "Lignes sauvegardées en {{seconds}} s dans {{file}} : {{rows}}. Ce fichier contient des données personnelles : gardez-le en lieu sûr.",
  },
  restore: {
    done: "Lignes restaurées en {{seconds}} s depuis {{file}} : {{rows}}.",
    "not-a-backup": "Ce fichier n'est pas une sauvegarde. Rien n'a été changé.",
    "cut-short": "Cette sauvegarde est incomplète : sa fin manque. Rien n'a été changé.",
    damaged: "Cette sauvegarde est abîmée. Rien n'a été changé.",
    changed: "La sauvegarde a changé pendant la restauration. Rien n'a été changé dans la base.",
    "other-version":
      "Cette sauvegarde vient d'une version plus récente du logiciel : mettez d'abord celui-ci à jour. Rien n'a été changé.",
  },
};
