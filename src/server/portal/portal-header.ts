/** The header in which the server tells itself that a request came to the own host of a portal, and of which. */
export const PORTAL_HEADER = 'x-kalauz-portal';
