/** The header in which the proxy passes on the address of the page that is asked for. */
export const PATH_HEADER = 'x-kalauz-path';
