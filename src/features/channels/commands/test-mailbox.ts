import type { MailboxConfig } from '@/channels/email/config';
import { tryImap } from '@/channels/email/imap-session';
import { verifyTransport } from '@/channels/email/transports';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { freshToken } from '@/features/channels/access-token';
import type { MailboxInput } from '@/features/channels/inputs';
import { configOf } from '@/features/channels/kept-secrets';
import { getMailboxConfig } from '@/features/channels/queries';
import type { StaffContext } from '@/server/context';

/** What one side of a mailbox said: nothing to try, all right, or why not in the server's own words. */
export type Tried =
  | Readonly<{ state: 'nothing' }>
  | Readonly<{ state: 'works'; mails: number | null }>
  | Readonly<{ state: 'fails'; reason: string }>;

type Tested = Readonly<{ incoming: Tried; outgoing: Tried }>;
type Refused =
  | Readonly<{ code: 'not_found' | 'forbidden' }>
  | Readonly<{ code: 'input.invalid'; fields: Readonly<Record<string, readonly string[]>> }>;

/** Signs in to both servers with what stands in the form, saves nothing and sends nothing. */
export async function testMailbox(ctx: StaffContext, input: MailboxInput): Promise<Result<Tested, Refused>> {
  if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
  const stored = input.channelId ? await getMailboxConfig(ctx, input.channelId) : null;
  if (input.channelId && !stored) return fail({ code: 'not_found' });
  const config = configOf(input, stored);
  if (!config.ok) return config;
  const [incoming, outgoing] = await Promise.all([tryIncoming(config.value), tryOutgoing(config.value)]);
  return ok({ incoming, outgoing });
}

async function tryIncoming({ incoming }: MailboxConfig): Promise<Tried> {
  if (incoming.kind !== 'imap') return { state: 'nothing' };
  const { auth } = incoming;
  return attempt(async () => {
    const token = auth?.kind === 'oauth2' ? (await freshToken(auth)).accessToken : null;
    return tryImap(incoming, token);
  });
}

async function tryOutgoing({ outgoing }: MailboxConfig): Promise<Tried> {
  if (outgoing.kind !== 'smtp') return { state: 'nothing' };
  return attempt(async () => {
    const { auth } = outgoing;
    const signedIn =
      auth?.kind === 'oauth2' ? { ...auth, accessToken: (await freshToken(auth)).accessToken } : auth;
    await verifyTransport({ ...outgoing, auth: signedIn });
    return null;
  });
}

async function attempt(work: () => Promise<number | null>): Promise<Tried> {
  try {
    return { state: 'works', mails: await work() };
  } catch (error) {
    const { responseText, message } = error as Readonly<{ responseText?: string; message?: string }>;
    return { state: 'fails', reason: (responseText ?? message ?? String(error)).slice(0, 300) };
  }
}
