import { expect, test } from 'vitest';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { noteInput } from '@/features/tickets/inputs';
import { findFile, messageForFrame, messageSource } from '@/features/tickets/queries-message';
import { newWorld } from '../../support/world';
import { answer, anUpload, ticketOf, withTicket } from './support';

async function aMail() {
  const given = await withTicket();
  const { world, ticketId } = given;
  const { workspaceId } = world;
  const id = (await ticketOf(world, ticketId)).lastMessageId ?? '';
  const rawInboundId = world.system().newId();
  await world.db.rawInbound.create({
    data: {
      workspaceId,
      id: rawInboundId,
      channelAccountId: world.mailbox.id,
      key: 'k',
      source: 'smtp',
      bytes: new TextEncoder().encode('Subject: kettle\r\n\r\nbroken'),
      size: 25,
      sha256: 'ab'.repeat(32),
      receivedAt: world.now(),
    },
  });
  await world.db.message.updateMany({ where: { workspaceId, id }, data: { rawInboundId } });
  return { ...given, id };
}

test('the whole of a message is for those who may read its ticket', async () => {
  const { world, ctx, id } = await aMail();
  expect(await messageForFrame(ctx, id)).toMatchObject({ html: '<p>My kettle is broken.</p>', files: [] });
  expect(await messageForFrame(await world.member({ scope: 'own' }), id)).toBeNull();
  expect(await messageForFrame(await (await newWorld()).member({ role: 'owner' }), id)).toBeNull();
});

test('the source of a mail is for admins, byte by byte', async () => {
  const { world, ctx, id } = await aMail();
  const source = await messageSource(await world.member({ role: 'admin' }), id);
  expect(new TextDecoder().decode(source ?? undefined)).toBe('Subject: kettle\r\n\r\nbroken');
  expect(await messageSource(ctx, id)).toBeNull();
  expect(await messageSource(await (await newWorld()).member({ role: 'admin' }), id)).toBeNull();
});

test('what was written here has no source', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const note = await addNoteToTicket(ctx, noteInput.parse({ ticketId, html: 'note' }));
  if (!note.ok) throw new Error('refused');
  expect(await messageSource(await world.member({ role: 'admin' }), note.value.messageId)).toBeNull();
});

test('a file of a message is for those who may read its ticket', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const id = await anUpload(ctx, 'plan.png');
  await answer(ctx, { ticketId, attachmentIds: [id] });
  expect(await findFile(ctx, id)).toEqual({
    name: 'plan.png',
    type: 'image/png',
    size: 3,
    sha256: 'ab'.repeat(32),
  });
  expect(await findFile(await world.member(), id)).not.toBeNull();
  expect(await findFile(await world.member({ scope: 'own' }), id)).toBeNull();
  expect(await findFile(await (await newWorld()).member({ role: 'owner' }), id)).toBeNull();
});

test('an upload that no message has is for its uploader alone', async () => {
  const { world, ctx } = await withTicket();
  const id = await anUpload(ctx);
  expect(await findFile(ctx, id)).not.toBeNull();
  expect(await findFile(await world.member({ role: 'owner' }), id)).toBeNull();
});

test('what does not exist is not found', async () => {
  const { ctx, workspaceId } = await withTicket();
  expect(await findFile(ctx, workspaceId)).toBeNull();
  expect(await messageForFrame(ctx, workspaceId)).toBeNull();
  expect(await messageSource(ctx, workspaceId)).toBeNull();
});
