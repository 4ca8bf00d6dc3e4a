import { expect, test } from 'vitest';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { saveDraft } from '@/features/tickets/commands/save-draft';
import { draftInput, noteInput } from '@/features/tickets/inputs';
import { newWorld } from '../../../support/world';
import { anUpload, ticketOf, withTicket } from '../support';

const note = (ticketId: string, over: object = {}) =>
  noteInput.parse({ ticketId, html: '<p>She called <b>twice</b>.</p>', ...over });

test('a note stands on the ticket, leaves by no mail, and changes no status', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const before = await ticketOf(world, ticketId);
  const upload = await anUpload(ctx);
  const added = await addNoteToTicket(ctx, note(ticketId, { attachmentIds: [upload] }));
  if (!added.ok) throw new Error('refused');
  const { workspaceId } = world;
  const message = await world.db.message.findFirst({
    where: { workspaceId, id: added.value.messageId },
    select: { direction: true, text: true, delivery: true, attachments: { select: { id: true } } },
  });
  expect(message).toEqual({
    direction: 'note',
    text: 'She called twice.',
    delivery: null,
    attachments: [{ id: upload }],
  });
  expect(await ticketOf(world, ticketId)).toMatchObject({
    status: before.status,
    lastMessageId: before.lastMessageId,
    firstRepliedAt: null,
  });
  expect(await world.db.outgoingMail.count({ where: { workspaceId } })).toBe(0);
});

test('a note takes away its own draft and leaves the one of the answer', async () => {
  const { world, ctx, ticketId } = await withTicket();
  await saveDraft(ctx, draftInput.parse({ ticketId, kind: 'note', html: 'n' }));
  await saveDraft(ctx, draftInput.parse({ ticketId, kind: 'reply', html: 'r' }));
  await addNoteToTicket(ctx, note(ticketId));
  const left = await world.db.draft.findMany({ where: { workspaceId: world.workspaceId } });
  expect(left.map(({ kind }) => kind)).toEqual(['reply']);
});

test('light agents write notes, also on a closed ticket; those who do not see it do not', async () => {
  const { world, ticketId } = await withTicket();
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId, id: ticketId },
    data: { status: 'closed' },
  });
  expect(await addNoteToTicket(await world.member({ role: 'light_agent' }), note(ticketId))).toMatchObject({
    ok: true,
  });
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await addNoteToTicket(await world.member({ scope: 'own' }), note(ticketId))).toEqual(notFound);
  expect(await addNoteToTicket(await (await newWorld()).member(), note(ticketId))).toEqual(notFound);
});
