/** The cookie of a visitor of the help centre: made when they first act, gone a day later. */
export const HELP_COOKIE = 'help_session';
