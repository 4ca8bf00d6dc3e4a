import { afterEach, describe, expect, it } from 'vitest';
import { renewInboundKey } from '@/features/channels/commands/renew-inbound-key';
import { saveMailbox } from '@/features/channels/commands/save-mailbox';
import { sendTestMail } from '@/features/channels/commands/send-test-mail';
import { testMailbox } from '@/features/channels/commands/test-mailbox';
import { type MailboxInput, mailboxInput } from '@/features/channels/inputs';
import { getMailboxConfig, getMailboxForm, getTestTicket, listMailboxes } from '@/features/channels/queries';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { hashOf } from '@/server/crypto/keys';
import { smtpSink } from '../../../support/smtp-sink';
import { newWorld } from '../../../support/world';

const sinks: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});

const imap = {
  kind: 'imap',
  host: 'IMAP.example.com',
  port: '993',
  security: 'tls',
  user: 'support',
  auth: { kind: 'password', password: 'hush' },
  folder: 'INBOX',
  since: '',
  trustedServers: 'mx.example.com, MX2.example.com',
};

const input = (slug: string, over: object = {}): MailboxInput =>
  mailboxInput.parse({
    name: 'Sales',
    address: `Sales@${slug}.test`,
    teamId: null,
    enabled: true,
    incoming: imap,
    outgoing: { kind: 'default' },
    ...over,
  });

async function connected(over: object = {}) {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const saved = await saveMailbox(admin, input(world.slug, over));
  if (!saved.ok) throw new Error(saved.error.code);
  return { world, admin, channelId: saved.value.channelId };
}

describe('a mailbox that is connected', () => {
  it('is kept with its secrets sealed, and never shows them', async () => {
    const { world, admin, channelId } = await connected();
    const row = await world.db.channelAccount.findFirstOrThrow({ where: { id: channelId } });
    expect(row.sealedConfig).not.toContain('hush');
    expect(row.address).toBe(`sales@${world.slug}.test`);
    expect((await getMailboxConfig(admin, channelId))?.incoming).toMatchObject({
      host: 'imap.example.com',
      port: 993,
      auth: { password: 'hush' },
      trustedServers: ['mx.example.com', 'mx2.example.com'],
    });
    expect(JSON.stringify(await getMailboxForm(admin, channelId))).not.toContain('hush');
    expect(JSON.stringify(await listMailboxes(admin))).not.toContain('hush');
    expect(await world.db.auditEntry.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
  });

  it('keeps its password when none is typed, but never for another server or user', async () => {
    const { world, admin, channelId } = await connected();
    const change = (server: object) =>
      saveMailbox(
        admin,
        input(world.slug, {
          channelId,
          incoming: { ...imap, auth: { kind: 'password', password: '' }, ...server },
        }),
      );
    expect(await change({ folder: 'Help' })).toMatchObject({ ok: true });
    expect((await getMailboxConfig(admin, channelId))?.incoming).toMatchObject({
      folder: 'Help',
      auth: { password: 'hush' },
    });
    const refused = { error: { code: 'input.invalid', fields: { 'incoming.secret': ['too_small'] } } };
    expect(await change({ host: 'imap.evil.test' })).toMatchObject(refused);
    expect(await change({ user: 'other' })).toMatchObject(refused);
  });

  it('has an address that no other mailbox of the installation has, and a name of its own', async () => {
    const { world, admin } = await connected();
    const elsewhere = await newWorld();
    const stranger = await elsewhere.member({ role: 'owner' });
    expect(await saveMailbox(stranger, input(world.slug))).toMatchObject({
      error: { code: 'address.taken' },
    });
    expect(await saveMailbox(admin, input(world.slug, { address: 'other@x.test' }))).toMatchObject({
      error: { code: 'name.taken' },
    });
  });

  it('is changed by those who may, in their own workspace', async () => {
    const { world, channelId } = await connected();
    const change = input(world.slug, { channelId });
    expect(await saveMailbox(await world.member(), change)).toMatchObject({ error: { code: 'forbidden' } });
    const stranger = await (await newWorld()).member({ role: 'owner' });
    expect(await saveMailbox(stranger, change)).toMatchObject({ error: { code: 'not_found' } });
    expect(await renewInboundKey(stranger, { channelId })).toMatchObject({ error: { code: 'not_found' } });
    expect(await sendTestMail(stranger, { channelId })).toMatchObject({ error: { code: 'not_found' } });
    expect(await getMailboxForm(stranger, channelId)).toBeNull();
  });

  it('never belongs to a team of another workspace', async () => {
    const { world, admin } = await connected();
    const foreign = await (await newWorld()).team();
    const asked = input(world.slug, { name: 'Other', address: 'o@x.test', teamId: foreign });
    expect(await saveMailbox(admin, asked)).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('the address for a provider', () => {
  it('is shown once and kept as a hash; a new one ends the old one', async () => {
    const { world, admin, channelId } = await connected({ incoming: { kind: 'webhook', signingKey: 'k' } });
    const made = await renewInboundKey(admin, { channelId });
    const key = made.ok ? (made.value.address.split('/').at(-1) ?? '') : '';
    const row = await world.db.channelAccount.findFirstOrThrow({ where: { id: channelId } });
    expect(row.inboundKeyHash).toBe(hashOf(key));
    await renewInboundKey(admin, { channelId });
    const later = await world.db.channelAccount.findFirstOrThrow({ where: { id: channelId } });
    expect(later.inboundKeyHash).not.toBe(hashOf(key));
  });
});

describe('trying a mailbox', () => {
  it('says what works, and what the server says where it does not', async () => {
    const world = await newWorld();
    const admin = await world.member({ role: 'admin' });
    const sink = await smtpSink();
    sinks.push(sink);
    const server = { host: '127.0.0.1', port: sink.port, security: 'none', user: '', auth: { kind: 'none' } };
    const tried = await testMailbox(
      admin,
      input(world.slug, {
        incoming: { ...imap, host: '127.0.0.1', port: 1, security: 'none' },
        outgoing: { kind: 'smtp', ...server },
      }),
    );
    expect(tried).toMatchObject({ value: { incoming: { state: 'fails' }, outgoing: { state: 'works' } } });
    expect(await listMailboxes(admin)).toHaveLength(1);
  });

  it('with a mail of one’s own shows the ticket that it becomes', async () => {
    const { world, admin, channelId } = await connected({ incoming: { kind: 'webhook', signingKey: '' } });
    const sent = await sendTestMail(admin, { channelId });
    const messageId = sent.ok ? sent.value.messageId : '';
    expect(await getTestTicket(admin, messageId)).toBeNull();
    const [raw] = await world.db.rawInbound.findMany({ where: { workspaceId: world.workspaceId } });
    await takeInBatch(world.system(), [{ workspaceId: world.workspaceId, rawInboundId: raw?.id ?? '' }]);
    expect(await getTestTicket(admin, messageId)).toBeGreaterThan(1000);
  });
});
