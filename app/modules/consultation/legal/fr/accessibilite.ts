/** The statement that article 47 of the law of 11 February 2005 asks for, before any audit. */
export default `L’organisme qui exploite ce site s’engage à le rendre accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à l’ensemble de ce site.

## État de conformité

Ce site est **non conforme** avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2 : aucun audit en cours de validité ne permet encore d’en mesurer le respect.

## Ce qui a été fait

Le site est conçu pour être lu et utilisé par tout le monde :

- toutes les pages se lisent et s’utilisent au clavier, et sans JavaScript ;
- les contrastes, l’agrandissement à 200 % et l’affichage sur un écran de 320 pixels de large sont vérifiés ;
- chaque graphique est accompagné de ses chiffres dans un tableau, et aucune information ne passe par la seule couleur ;
- des contrôles automatiques, qui couvrent une partie des critères du RGAA, sont passés sur chaque page à chaque version du logiciel.

Ces contrôles ne remplacent pas un audit par une personne.

## Contenus non accessibles

Ils n’ont pas encore été recensés par un audit. Les textes déposés par les participants et les vidéos publiées sur d’autres sites peuvent ne pas être accessibles.

## Établissement de cette déclaration

Cette déclaration est fournie avec le logiciel Concertation. Technologies utilisées : HTML5, CSS, SVG, JavaScript.

## Retour d’information et contact

Si vous n’arrivez pas à accéder à un contenu ou à un service, écrivez à [{contact}](mailto:{contact}) pour être orienté vers une alternative accessible ou obtenir le contenu sous une autre forme.

## Voies de recours

Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service et que vous n’avez pas obtenu de réponse satisfaisante, vous pouvez :

- [écrire un message au Défenseur des droits](https://formulaire.defenseurdesdroits.fr/) ;
- [contacter le délégué du Défenseur des droits dans votre région](https://www.defenseurdesdroits.fr/saisir/delegues) ;
- envoyer un courrier par la poste, gratuitement et sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
`;
