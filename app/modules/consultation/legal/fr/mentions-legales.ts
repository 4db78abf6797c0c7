/** Who answers for the site: the operator fills in the names that no software can know. */
export default `## Éditeur

Ce site est édité par l’organisme qui l’exploite. Pour lui écrire : [{contact}](mailto:{contact}).

*À compléter par l’exploitant : nom et adresse de l’organisme, numéro de téléphone, nom de la personne directrice de la publication.*

## Hébergement

*À compléter par l’exploitant : nom, adresse et numéro de téléphone de l’hébergeur.*

## Logiciel

Ce site fonctionne avec Concertation, un logiciel libre publié sous la licence publique de l’Union européenne (EUPL 1.2).

## Réutilisation des données

Les résultats publiés sur ce site, anonymisés, peuvent être réutilisés librement sous la [Licence Ouverte 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence/), à condition d’en mentionner la source et la date de mise à jour.

## Règles de participation

Chaque commentaire engage son auteur. Ce qui est contraire à la loi, injurieux, publicitaire, ou qui révèle la vie privée ou la santé de quelqu’un, peut être masqué par la modération. Un commentaire masqué reste compté.

Une personne dispose d’une voix par action : elle peut la changer ou la retirer jusqu’à la clôture.

## Signaler un contenu

Pour signaler un contenu illicite, écrivez à [{contact}](mailto:{contact}) en indiquant l’adresse de la page.
`;
