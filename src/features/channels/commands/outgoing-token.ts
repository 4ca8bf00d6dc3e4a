import type { MailboxConfig } from '@/channels/email/config';
import { freshToken } from '@/features/channels/access-token';
import { sealConfig } from '@/features/channels/mailbox-config';
import type { Context } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import { log } from '@/server/log';

type Outgoing = Extract<MailboxConfig['outgoing'], { kind: 'smtp' }>;

/** Providers give tokens for an hour; ours are renewed before. */
const KEPT_MS = 45 * 60_000;
const kept = new Map<string, Readonly<{ token: string; until: number }>>();

/**
 * The server that a mailbox sends by, with an access token where it wants one. When the provider gives none, without: the
 * server's refusal then stands on the mail, which is tried again.
 */
export async function withAccessToken(
  ctx: Pick<Context, 'db' | 'workspaceId'>,
  ...[mailboxId, config]: [string, MailboxConfig & Readonly<{ outgoing: Outgoing }>]
): Promise<Outgoing> {
  const { outgoing } = config;
  const { auth } = outgoing;
  if (auth?.kind !== 'oauth2') return outgoing;
  const key = hashOf(`${auth.tokenUrl} ${auth.clientId} ${auth.refreshToken}`);
  const known = kept.get(key);
  if (known && known.until > Date.now()) return { ...outgoing, auth: { ...auth, accessToken: known.token } };
  try {
    const { accessToken, refreshToken } = await freshToken(auth);
    const renewed = { ...outgoing, auth: { ...auth, refreshToken } };
    if (refreshToken !== auth.refreshToken) {
      await ctx.db.channelAccount.updateMany({
        where: { workspaceId: ctx.workspaceId, id: mailboxId },
        data: { sealedConfig: sealConfig({ ...config, outgoing: renewed }) },
      });
    }
    kept.set(hashOf(`${auth.tokenUrl} ${auth.clientId} ${refreshToken}`), {
      token: accessToken,
      until: Date.now() + KEPT_MS,
    });
    return { ...renewed, auth: { ...renewed.auth, accessToken } };
  } catch (error) {
    log().warn({ error, mailboxId }, 'the provider gives no token to send with');
    return outgoing;
  }
}
