import { authenticate } from 'mailauth';
import type { InboundMessage } from '@/domain/channel/message';
import { dmarcFailed } from '@/domain/intake/authentication-results';
import { getMailboxConfig } from '@/features/channels/queries';
import type { SystemContext } from '@/server/context';
import { env } from '@/server/env';
import { log } from '@/server/log';
import type { Claimed } from './claim';

/**
 * True when DMARC says that the sender is not who it seems. Asked of the DNS for mail that came to our own listener, where
 * that is switched on (`MAIL_AUTH`), and of the provider's verdict for fetched mail, where the mailbox trusts it.
 */
export async function isUnverified(ctx: SystemContext, raw: Claimed, mail: InboundMessage): Promise<boolean> {
  if (raw.source === 'smtp') return env().MAIL_AUTH ? failsDmarc(raw) : false;
  if (raw.source !== 'imap' || !mail.headers['authentication-results']) return false;
  const config = await getMailboxConfig(ctx, raw.mailbox.id);
  return config?.incoming.kind === 'imap' && dmarcFailed(mail.headers, config.incoming.trustedServers);
}

/** A DNS that does not answer proves nothing against anybody. */
async function failsDmarc({ bytes, remoteAddress, envelopeFrom }: Claimed): Promise<boolean> {
  try {
    const { dmarc } = await authenticate(Buffer.from(bytes), {
      ip: remoteAddress,
      sender: envelopeFrom ?? '',
      mta: env().MAIL_DOMAIN,
      disableBimi: true,
    });
    return dmarc !== false && dmarc?.status.result === 'fail';
  } catch (error) {
    log().warn({ error }, 'the sender of a mail could not be checked');
    return false;
  }
}
