/** Mails with a link that signs its reader in or lets them choose a password. */
const SECRET_KINDS: readonly string[] = ['invitation', 'password_reset', 'sign_in'];

/**
 * True for what nobody but the recipient may read. What is only kept here is shown nevertheless: there, an admin reading it
 * is the only way in which it reaches anybody.
 */
export const isSecret = ({ kind, via }: Readonly<{ kind: string; via: string | null }>): boolean =>
  SECRET_KINDS.includes(kind) && via !== 'log';
