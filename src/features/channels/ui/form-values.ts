import type { MailboxInput } from '@/features/channels/inputs';

/** What stands in the form of a mailbox, as the action wants it; the action checks it. */
export function mailboxIn(form: FormData, channelId: string | null): MailboxInput {
  return {
    ...(channelId && { channelId }),
    name: text(form, 'name'),
    address: text(form, 'address').trim(),
    teamId: text(form, 'teamId') || null,
    enabled: form.has('enabled'),
    incoming: incomingIn(form),
    outgoing:
      text(form, 'outgoing.kind') === 'smtp'
        ? { kind: 'smtp', ...serverIn(form, 'outgoing') }
        : { kind: 'default' },
  };
}

function incomingIn(form: FormData): MailboxInput['incoming'] {
  const kind = text(form, 'incoming.kind');
  if (kind === 'webhook') return { kind, signingKey: text(form, 'incoming.signingKey').trim() };
  if (kind !== 'imap') return { kind: 'listener' };
  return {
    kind,
    ...serverIn(form, 'incoming'),
    folder: text(form, 'incoming.folder'),
    since: text(form, 'incoming.since'),
    trustedServers: text(form, 'incoming.trustedServers'),
  };
}

const SECURITIES = ['tls', 'starttls', 'none'] as const;

function serverIn(form: FormData, side: 'incoming' | 'outgoing') {
  const security = SECURITIES.find((each) => each === text(form, `${side}.security`)) ?? 'tls';
  return {
    host: text(form, `${side}.host`),
    port: Number(text(form, `${side}.port`)),
    security,
    user: text(form, `${side}.user`),
    auth: authIn(form, side),
  };
}

function authIn(form: FormData, side: 'incoming' | 'outgoing') {
  const kind = text(form, `${side}.auth`);
  if (kind === 'none') return { kind } as const;
  if (kind === 'password') return { kind, password: text(form, `${side}.password`) } as const;
  return {
    kind: 'oauth2',
    clientId: text(form, `${side}.clientId`),
    clientSecret: text(form, `${side}.clientSecret`),
    refreshToken: text(form, `${side}.refreshToken`).trim(),
    tokenUrl: text(form, `${side}.tokenUrl`).trim(),
  } as const;
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
