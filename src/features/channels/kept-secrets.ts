import type { MailAuth, MailboxConfig, MailServer } from '@/channels/email/config';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { AuthInput, IncomingInput, MailboxInput, OutgoingInput, ServerInput } from './inputs';

type Missing = Readonly<{ code: 'input.invalid'; fields: Readonly<Record<string, readonly string[]>> }>;

/**
 * The settings as they were typed, with the stored secrets where none was typed. A secret stays only with the server and
 * the user that it was given for: else whoever may change a mailbox could have it sent to a server of their own.
 */
export function configOf(
  { incoming, outgoing }: Pick<MailboxInput, 'incoming' | 'outgoing'>,
  stored: MailboxConfig | null,
): Result<MailboxConfig, Missing> {
  const comesIn = incomingOf(incoming, stored?.incoming ?? null);
  if (!comesIn) return missing('incoming');
  const goesOut = outgoingOf(outgoing, stored?.outgoing ?? null);
  if (!goesOut) return missing('outgoing');
  return ok({ incoming: comesIn, outgoing: goesOut });
}

const missing = (side: 'incoming' | 'outgoing') =>
  fail({ code: 'input.invalid', fields: { [`${side}.secret`]: ['too_small'] } });

function incomingOf(
  input: IncomingInput,
  stored: MailboxConfig['incoming'] | null,
): MailboxConfig['incoming'] | null {
  if (input.kind === 'listener') return input;
  if (input.kind === 'webhook') {
    const kept = stored?.kind === 'webhook' ? stored.signingKey : '';
    return { kind: 'webhook', signingKey: input.signingKey || kept };
  }
  const server = serverOf(input, stored?.kind === 'imap' ? stored : null);
  if (!server) return null;
  return {
    kind: 'imap',
    ...server,
    folder: input.folder,
    since: input.since || null,
    trustedServers: input.trustedServers
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean)
      .slice(0, 20),
  };
}

function outgoingOf(
  input: OutgoingInput,
  stored: MailboxConfig['outgoing'] | null,
): MailboxConfig['outgoing'] | null {
  if (input.kind === 'default') return input;
  const server = serverOf(input, stored?.kind === 'smtp' ? stored : null);
  return server && { kind: 'smtp', ...server };
}

/** Null when a secret is needed and neither typed nor stored for this server. */
function serverOf(
  { host, port, security, user, auth }: ServerInput,
  stored: MailServer | null,
): MailServer | null {
  if (auth.kind === 'none') return { host, port, security, user, auth: null };
  const same = stored?.host === host && stored.user === user ? stored.auth : null;
  const complete = authOf(auth, same);
  return complete && { host, port, security, user, auth: complete };
}

type Typed<Kind extends AuthInput['kind']> = Extract<AuthInput, { kind: Kind }>;

function authOf(input: Typed<'password' | 'oauth2'>, stored: MailAuth | null): MailAuth | null {
  return input.kind === 'password' ? passwordOf(input, stored) : oauthOf(input, stored);
}

function passwordOf({ password }: Typed<'password'>, stored: MailAuth | null): MailAuth | null {
  const kept = stored?.kind === 'password' ? stored.password : '';
  return password || kept ? { kind: 'password', password: password || kept } : null;
}

function oauthOf(input: Typed<'oauth2'>, stored: MailAuth | null): MailAuth | null {
  const kept = stored?.kind === 'oauth2' && stored.tokenUrl === input.tokenUrl ? stored : NOTHING_KEPT;
  const refreshToken = input.refreshToken || kept.refreshToken;
  const clientSecret = input.clientSecret || kept.clientSecret;
  return refreshToken ? { ...input, clientSecret, refreshToken } : null;
}

const NOTHING_KEPT = { clientSecret: '', refreshToken: '' };
