import { type MailboxConfig, mailboxConfig, PLAIN_MAILBOX } from '@/channels/email/config';
import { seal, unseal } from '@/server/crypto/keys';

/** The settings of a mailbox as the database keeps them. */
export const sealConfig = (config: MailboxConfig): string => seal(JSON.stringify(config));

/** Opens what `sealConfig` closed; what was never set up is a plain mailbox. */
export function openConfig(sealed: string | null): MailboxConfig {
  return sealed === null ? PLAIN_MAILBOX : mailboxConfig.parse(JSON.parse(unseal(sealed)));
}
