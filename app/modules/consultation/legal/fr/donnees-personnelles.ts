/** What the law asks to be said of personal data (RGPD, article 13), for what this software keeps. */
export default `## Qui est responsable

L’organisme qui exploite ce site est responsable du traitement de vos données. Pour le joindre : [{contact}](mailto:{contact}).

*À compléter par l’exploitant : nom de l’organisme et coordonnées de la personne déléguée à la protection des données.*

## Pourquoi, et de quel droit

Vos données servent à recueillir les avis du public sur les projets mis en concertation et à en publier les résultats. Ce traitement est nécessaire à l’exécution d’une mission d’intérêt public (article 6, paragraphe 1, point e, du règlement général sur la protection des données).

## Ce qui est conservé

- Votre adresse électronique, pour vous connecter et vous écrire à propos de votre compte. Elle n’est jamais publiée.
- Votre mot de passe, sous la forme d’une empreinte qui ne permet pas de le retrouver.
- Le nom que vous choisissez d’afficher, s’il y en a un.
- Votre région et votre catégorie (particulier, professionnel de santé, établissement…), pour savoir qui s’exprime. Vous pouvez ne pas les indiquer et les changer plus tard.
- Vos votes, vos notes et vos commentaires, avec leur date. Quand vous modifiez un commentaire, le texte précédent est conservé ; vous seul et l’équipe chargée de la concertation pouvez encore le lire.

N’écrivez pas de données de santé dans vos commentaires, ni sur vous ni sur autrui.

## Ce qui est publié

Vos commentaires, avec le nom que vous affichez, votre catégorie et votre région. Vos votes et vos notes ne sont publiés qu’additionnés à ceux des autres ; un résultat qui porte sur moins de 5 participants d’une région ou d’une catégorie n’est pas montré.

## Qui y a accès

Les personnes chargées de la concertation et de sa modération, et celles qui assurent le fonctionnement technique du site. Vos données ne sont ni vendues ni transmises à des fins commerciales.

## Combien de temps

Votre adresse, votre mot de passe et votre nom affiché sont conservés tant que votre compte existe, et effacés avec lui. Vos votes, vos notes et vos commentaires restent comptés et publiés sans votre nom, avec votre région et votre catégorie ; pour retirer un commentaire, faites-le avant de supprimer le compte. {retention}

## Vos droits

Vous pouvez accéder à vos données, les corriger, les effacer, en limiter l’usage ou vous y opposer. Une partie se fait depuis [votre compte](/compte) ; pour le reste, écrivez à [{contact}](mailto:{contact}).

Si vous estimez, après nous avoir contactés, que vos droits ne sont pas respectés, vous pouvez adresser une réclamation à la CNIL : [www.cnil.fr](https://www.cnil.fr/fr/plaintes) ou CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07.

## Cookies

Ce site n’utilise que les cookies nécessaires à son fonctionnement : votre connexion, la langue choisie, une inscription à confirmer, et l’avis que vous avez saisi avant de vous connecter. Ils ne demandent pas de consentement. Aucune mesure d’audience, aucun cookie d’un autre site.

Un brouillon de commentaire peut être gardé sur votre appareil ; il n’est envoyé que lorsque vous enregistrez votre avis.
`;
