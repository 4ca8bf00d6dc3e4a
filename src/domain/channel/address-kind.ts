/** The part that an address plays on a message. */
export type AddressKind = 'from' | 'reply_to' | 'to' | 'cc' | 'bcc';
