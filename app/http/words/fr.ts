export default {
  "too-many_one": "Vous avez fait trop d’essais. Réessayez dans une minute.",
  "too-many_other": "Vous avez fait trop d’essais. Réessayez dans {{count}} minutes.",
  "not-a-form": "Cette demande n’a pas la forme attendue. Revenez à la page précédente et recommencez.",
  field: "Cette valeur ne convient pas.",
  "cross-site":
    "Cette demande vient d’un autre site : par sécurité, elle a été refusée. Rouvrez la page et recommencez.",
  "too-large": "Ce que vous envoyez est trop long. Raccourcissez votre texte et recommencez.",
  "page-not-found": "Cette page n’existe pas, ou n’existe plus. L’adresse est peut-être incomplète.",
  "consultation-not-found": "Cette concertation n’existe pas, ou n’est pas encore publiée.",
  "item-not-found": "Cet élément n’existe pas dans cette concertation, ou n’existe plus.",
  forbidden: "Cette page est réservée à d’autres personnes, ou vous n’êtes pas connecté avec le bon compte.",
  unexpected:
    "Une erreur s’est produite de notre côté. Ce que vous aviez enregistré est en sécurité. Réessayez dans un instant.",
  unavailable: "Le service est momentanément indisponible. Réessayez dans un instant.",
  title: {
    "400": "Demande incomplète",
    "401": "Connexion nécessaire",
    "403": "Accès refusé",
    "404": "Page introuvable",
    "409": "Ce n’est plus possible",
    "413": "C’est trop long",
    "429": "Trop d’essais",
    "500": "Erreur de notre côté",
    "503": "Service indisponible",
  },
  next: {
    home: "Revenir à l’accueil",
    "sign-in": "Se connecter",
    map: "Voir le plan du site",
    contact: "Si cela continue, écrivez-nous en citant cette référence :",
  },
};
