import { afterEach, expect, test } from 'vitest';
import { readMail } from '@/channels/email/read-mail';
import { closeTransports } from '@/channels/email/transports';
import { deliverMail } from '@/features/delivery/commands/deliver-mail';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { seal } from '@/server/crypto/keys';
import { mailSource, takeInMail } from '../../support/mail';
import { smtpSink } from '../../support/smtp-sink';
import { newWorld } from '../../support/world';

const sinks: Awaited<ReturnType<typeof smtpSink>>[] = [];
afterEach(async () => {
  closeTransports();
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});

/** A world whose mailbox sends through a real server, and acknowledges nothing. */
async function connected() {
  const [world, sink] = await Promise.all([newWorld(), smtpSink({})]);
  sinks.push(sink);
  const server = { kind: 'smtp', host: '127.0.0.1', port: sink.port, security: 'none', user: '', auth: null };
  await world.db.channelAccount.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { sealedConfig: seal(JSON.stringify({ incoming: { kind: 'listener' }, outgoing: server })) },
  });
  await world.db.workspace.update({ where: { id: world.workspaceId }, data: { acknowledge: false } });
  return { world, sink };
}

test('an answer leads the customer alone to their request; who gets a copy gets no link, also none that the customer quoted', async () => {
  const { world, sink } = await connected();
  const agent = await world.member();
  const { ticketId } = await takeInMail(world, mailSource(world, { messageId: '<first@customer.test>' }));
  const send = async (over: object) => {
    const input = { ticketId, html: '<p>Thank you.</p>', submitAs: 'open', ...over };
    const replied = await replyToTicket(agent, replyInput.parse(input));
    if (!replied.ok) throw new Error(replied.error.code);
    world.pass(60);
    const where = { workspaceId: world.workspaceId, messageId: replied.value.messageId };
    await deliverMail(world.system('delivery'), (await world.db.outgoingMail.findFirstOrThrow({ where })).id);
  };
  await send({});
  const first = await readMail({ bytes: Buffer.from(sink.mails[0]?.raw ?? ''), receivedAt: world.now() });
  if (!first.ok) throw new Error(first.error.detail);
  const [link = ''] = /http\S+\/request\/\w+/.exec(first.value.text) ?? [];
  const token = link.split('/').at(-1) ?? '';
  expect(token).toHaveLength(64);

  const wrapped = `https://safe.example/?u=${encodeURIComponent(link)}`;
  const html = `<p>Here is the can.</p><blockquote><a href="${link}">a</a><a href="${wrapped}">b</a></blockquote>`;
  const body = ['MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', '', html].join('\r\n');
  await takeInMail(world, mailSource(world, { inReplyTo: '<first@customer.test>', body }));
  await send({ cc: ['boss@customer.test'] });
  const second = await readMail({ bytes: Buffer.from(sink.mails[1]?.raw ?? ''), receivedAt: world.now() });
  if (!second.ok) throw new Error(second.error.detail);
  expect(second.value.text).toContain('Here is the can.');
  expect(`${second.value.text}${second.value.html}`).not.toContain(token);
});
