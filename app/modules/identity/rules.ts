const HOUR = 3_600_000;

/** How long a link sent by e-mail stands, in milliseconds. */
export const LINK_LIFE = { confirm: 24 * HOUR, reset: HOUR } as const;
export type LinkKind = keyof typeof LINK_LIFE;

export const expiryOf = (kind: LinkKind, now: Date): Date => new Date(now.getTime() + LINK_LIFE[kind]);

/** Days that a session lasts from its last renewal; it is renewed once half of them have passed. */
export const SESSION_DAYS = 30;
