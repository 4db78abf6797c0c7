/** What the law asks to be said of personal data (GDPR, article 13), for what this software keeps. */
export default `## Who is responsible

The body that runs this site is the controller of your data. To reach it: [{contact}](mailto:{contact}).

*To be completed by the operator: name of the body and contact details of its data protection officer.*

## Why, and by what right

Your data are used to gather the public’s opinions on the drafts put to consultation and to publish the results. This processing is necessary for a task carried out in the public interest (article 6, paragraph 1, point e, of the General Data Protection Regulation).

## What is kept

- Your e-mail address, to sign you in and write to you about your account. It is never published.
- Your password, as a fingerprint from which it cannot be recovered.
- The name that you choose to display, if any.
- Your region and category (citizen, health professional, institution…), to know who speaks. You may leave them out and change them later.
- Your votes, ratings and comments, with their dates. When you edit a comment, the earlier text is kept; only you and the team in charge of the consultation can still read it.

Do not write health data in your comments, about yourself or anybody else.

## What is published

Your comments, with the name that you display, your category and your region. Your votes and ratings are only published added to those of others; a result about fewer than 5 participants of a region or category is not shown.

## Who has access

The people in charge of the consultation and its moderation, and those who keep the site running. Your data are neither sold nor passed on for commercial purposes.

## For how long

Your address, password and displayed name are kept as long as your account exists, and erased with it. Your votes, ratings and comments still count and stay published without your name, with your region and category; to withdraw a comment, do so before deleting the account. {retention}

## Your rights

You may access, correct or erase your data, restrict their use or object to it. Part of this is done from [your account](/compte); for the rest, write to [{contact}](mailto:{contact}).

If you believe, after contacting us, that your rights are not respected, you may complain to the CNIL, the French data protection authority: [www.cnil.fr](https://www.cnil.fr/en/home) or CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07, France.

## Cookies

This site only uses the cookies that it needs to work: your session, the language that you chose, a sign-up that is not confirmed yet, and the opinion that you typed before signing in. They need no consent. No audience measurement, no cookie of another site.

A draft of a comment may be kept on your device; it is only sent when you save your opinion.
`;
