import { readWebhook, type WebhookProblem } from '@/channels/email/webhooks/read-webhook';
import { fail, ok, type Result } from '@/domain/shared/result';
import { getMailboxConfig } from '@/features/channels/queries';
import type { Context } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import { env } from '@/server/env';
import { receiveMail } from './receive-mail';

type World = Pick<Context, 'db' | 'now' | 'newId'>;

type Brought = Readonly<{
  /** As it stands in the address `/api/inbound/email/<key>`. */
  key: string;
  contentType: string;
  body: Uint8Array;
  remoteAddress: string;
}>;

type Stored = Readonly<{ id: string; duplicate: boolean }>;
type Refused =
  | Readonly<{ code: 'not_found' }>
  | Readonly<{ code: 'file.too_large' }>
  | Readonly<{ code: 'input.invalid'; why: WebhookProblem }>;

/** The mailbox of this key, or null: a wrong key and a mailbox that is switched off look the same from outside. */
export function mailboxOfKey({ db }: Pick<World, 'db'>, key: string) {
  return db.channelAccount.findFirst({
    where: { inboundKeyHash: hashOf(key), enabled: true },
    select: { workspaceId: true, id: true, address: true },
  });
}

/** Stores a mail that a provider brings by HTTP; when this returned, the provider may forget it. */
export async function receiveWebhook(world: World, brought: Brought): Promise<Result<Stored, Refused>> {
  const mailbox = await mailboxOfKey(world, brought.key);
  if (!mailbox) return fail({ code: 'not_found' });
  const { workspaceId, id } = mailbox;
  const config = await getMailboxConfig({ db: world.db, workspaceId }, id);
  const signingKey = config?.incoming.kind === 'webhook' ? config.incoming.signingKey : '';
  const { contentType, body, remoteAddress } = brought;
  const mail = await readWebhook({ contentType, body: Buffer.from(body), signingKey, now: world.now() });
  if (typeof mail === 'string') return fail({ code: 'input.invalid', why: mail });
  if (mail.bytes.byteLength > env().MAX_MAIL_MB * 1024 * 1024) return fail({ code: 'file.too_large' });
  const { rawInboundId, isNew } = await receiveMail(world, {
    channelAccount: { workspaceId, id },
    bytes: mail.bytes,
    source: 'http',
    envelopeFrom: mail.envelopeFrom,
    envelopeTo: mail.envelopeTo.length > 0 ? mail.envelopeTo : [mailbox.address ?? ''].filter(Boolean),
    remoteAddress,
  });
  return ok({ id: rawInboundId, duplicate: !isNew });
}
