/** Where a phone takes part, and where its forms are posted. */
export const pollHref = (code: string): string => `/direct/${code}`;

/** In the address of a page on which a region is being chosen. */
export const REGION_ASKED = "region";

/** A question's own place on the page: the browser comes back to it after a plain form, redirects included. */
export const questionId = (ref: string): string => `question-${ref}`;
