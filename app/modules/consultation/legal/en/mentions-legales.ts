/** Who answers for the site: the operator fills in the names that no software can know. */
export default `## Publisher

This site is published by the body that runs it. To write to it: [{contact}](mailto:{contact}).

*To be completed by the operator: name and address of the body, telephone number, name of the person in charge of publication.*

## Hosting

*To be completed by the operator: name, address and telephone number of the hosting provider.*

## Software

This site runs on Concertation, free software published under the European Union Public Licence (EUPL 1.2).

## Reuse of data

The results published on this site, made anonymous, may be freely reused under the [Licence Ouverte 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence/), provided that their source and date of update are given.

## Rules of participation

Each comment is the responsibility of its author. What is against the law, insulting, an advertisement, or reveals somebody’s private life or health may be hidden by moderators. A hidden comment is still counted.

Each person has one voice per action, and may change or withdraw it until the closing date.

## Reporting content

To report unlawful content, write to [{contact}](mailto:{contact}) with the address of the page.
`;
