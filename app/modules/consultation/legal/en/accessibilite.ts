/** The statement that article 47 of the French law of 11 February 2005 asks for, before any audit. */
export default `The body that runs this site is committed to making it accessible, in accordance with article 47 of French law no. 2005-102 of 11 February 2005. This statement applies to the whole of this site.

## State of compliance

This site is **not compliant** with the French accessibility standard (RGAA), version 4.1.2: no audit that is still valid allows its compliance to be measured yet.

## What has been done

The site is designed to be read and used by everybody:

- every page can be read and used with a keyboard, and without JavaScript;
- contrasts, zooming to 200% and display on a screen 320 pixels wide are checked;
- each chart comes with its figures in a table, and nothing is told by colour alone;
- automatic checks, which cover part of the RGAA’s criteria, are run on every page for every version of the software.

These checks do not replace an audit by a person.

## Content that is not accessible

It has not been listed by an audit yet. Texts written by participants and videos published on other sites may not be accessible.

## About this statement

This statement comes with the Concertation software. Technologies used: HTML5, CSS, SVG, JavaScript.

## Feedback and contact

If you cannot reach some content or use a service, write to [{contact}](mailto:{contact}) to be directed to an accessible alternative or to be given the content in another form.

## Means of redress

If you have reported an accessibility fault that keeps you from some content or service and have not had a satisfactory answer, you can:

- [write a message to the Défenseur des droits](https://formulaire.defenseurdesdroits.fr/), the French defender of rights;
- [contact the delegate of the Défenseur des droits in your region](https://www.defenseurdesdroits.fr/saisir/delegues);
- send a letter, free of charge and without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, France.
`;
