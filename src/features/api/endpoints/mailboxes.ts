import { fail, ok } from '@/domain/shared/result';
import { mailboxById, mailboxRows } from '@/features/api/mailbox-rows';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/mailbox';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { withGiven } from '@/features/api/with-given';
import { renewInboundKey } from '@/features/channels/commands/renew-inbound-key';
import { saveMailbox } from '@/features/channels/commands/save-mailbox';
import { testMailbox } from '@/features/channels/commands/test-mailbox';
import { getMailboxForm, type MailboxForm } from '@/features/channels/queries';
import { endpoint } from '@/server/http/endpoint';

const [permission, area] = ['channel.manage', 'Mailboxes'] as const;

export const listMailboxes = endpoint({
  id: 'listMailboxes',
  method: 'GET',
  path: '/mailboxes',
  area,
  summary: 'List mailboxes',
  permission,
  query: listQuery,
  answer: { status: 200, description: 'All of them, by name, without secrets.', schema: schema.mailboxList },
  run: async (ctx, { query }) => wholeListPage('mailboxes', await mailboxRows(ctx), query),
});

export const getMailbox = endpoint({
  id: 'getMailbox',
  method: 'GET',
  path: '/mailboxes/{id}',
  area,
  summary: 'Read a mailbox',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The mailbox, without secrets.', schema: schema.mailbox },
  run: async (ctx, { params }) => ok(await mailboxById(ctx, params.id)),
});

export const createMailbox = endpoint({
  id: 'createMailbox',
  method: 'POST',
  path: '/mailboxes',
  area,
  summary: 'Connect a mailbox',
  description:
    'Mail comes in over our own listener, over IMAP or by HTTP, and leaves by our server or by its own.',
  permission,
  body: schema.createMailboxBody,
  answer: { status: 201, description: 'The new mailbox.', schema: schema.mailbox },
  run: (ctx, { body }) => saveMailbox(ctx, { ...body, incoming: asTyped(body.incoming) }),
  show: (ctx, { channelId }) => mailboxById(ctx, channelId),
});

export const updateMailbox = endpoint({
  id: 'updateMailbox',
  method: 'PATCH',
  path: '/mailboxes/{id}',
  area,
  summary: 'Change a mailbox',
  description: '`incoming` and `outgoing` are given as a whole; their secrets may be left out.',
  permission,
  params: idParams,
  body: schema.updateMailboxBody,
  answer: { status: 200, description: 'The mailbox as it is now.', schema: schema.mailbox },
  run: async (ctx, { params: { id }, body: { incoming, ...body } }) => {
    const form = await getMailboxForm(ctx, id);
    if (!form) return fail({ code: 'not_found' });
    const given = { ...body, incoming: incoming && asTyped(incoming) };
    return saveMailbox(ctx, withGiven<MailboxInput>(storedOf(form), given));
  },
  show: (ctx, { channelId }) => mailboxById(ctx, channelId),
});

export const testMailboxNow = endpoint({
  id: 'testMailboxNow',
  method: 'POST',
  path: '/mailboxes/{id}/test',
  area,
  summary: 'Sign in to the servers of a mailbox',
  description: 'With what is stored. It sends and fetches nothing.',
  permission,
  params: idParams,
  answer: { status: 200, description: 'What each server said.', schema: schema.testedMailbox },
  run: async (ctx, { params: { id } }) => {
    const form = await getMailboxForm(ctx, id);
    return form ? testMailbox(ctx, storedOf(form)) : fail({ code: 'not_found' });
  },
});

export const renewMailboxAddress = endpoint({
  id: 'renewMailboxAddress',
  method: 'POST',
  path: '/mailboxes/{id}/renew-address',
  area,
  summary: 'Make the address to which mail is brought by HTTP',
  description: 'The one before it ends at once.',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The new address.', schema: schema.renewedAddress },
  run: (ctx, { params: { id } }) => renewInboundKey(ctx, { channelId: id }),
});

type MailboxInput = Parameters<typeof saveMailbox>[1];

/** The settings as the form would send them. */
const asTyped = (incoming: schema.GivenIncoming) =>
  incoming.kind === 'imap'
    ? { ...incoming, since: incoming.since ?? '', trustedServers: incoming.trustedServers.join(' ') }
    : incoming;

/** What is stored as the form would send it, with nothing typed where the secrets stand. */
function storedOf(form: MailboxForm): MailboxInput {
  const { id, name, address, teamId, enabled, incoming, outgoing } = form;
  return {
    ...{ channelId: id, name, address: address ?? '', teamId, enabled },
    incoming: incomingOf(incoming),
    outgoing: outgoing.kind === 'smtp' ? { ...outgoing, auth: authOf(outgoing.auth) } : outgoing,
  };
}

function incomingOf(incoming: MailboxForm['incoming']) {
  if (incoming.kind === 'webhook') return { kind: incoming.kind, signingKey: '' };
  if (incoming.kind === 'listener') return { kind: incoming.kind };
  const { since, trustedServers, auth } = incoming;
  return { ...incoming, since: since ?? '', trustedServers: trustedServers.join(' '), auth: authOf(auth) };
}

type ShownAuth = Extract<MailboxForm['outgoing'], { kind: 'smtp' }>['auth'];

function authOf(auth: ShownAuth) {
  if (auth.kind === 'none') return auth;
  return auth.kind === 'password'
    ? { kind: auth.kind, password: '' }
    : { ...auth, clientSecret: '', refreshToken: '' };
}
