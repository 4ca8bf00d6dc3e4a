import { expect, test } from 'vitest';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { noteInput, replyInput } from '@/features/tickets/inputs';
import { withTicket } from './support';

test('a reply that a browser sends again, also at the same moment, is sent once and answered each time', async () => {
  const { world, ctx, ticketId, workspaceId } = await withTicket();
  const messageId = ctx.newId();
  const input = replyInput.parse({ messageId, ticketId, html: '<p>Once.</p>', submitAs: 'pending' });
  const both = await Promise.all([replyToTicket(ctx, input), replyToTicket(ctx, input)]);
  world.pass(120);
  const again = await replyToTicket(ctx, input);
  for (const each of [...both, again]) expect(each).toMatchObject({ ok: true, value: { messageId } });
  const where = { workspaceId, ticketId, authorUserId: ctx.actor.id };
  expect(await world.db.message.count({ where })).toBe(1);
  expect(await world.db.outgoingMail.count({ where: { workspaceId, kind: 'reply' } })).toBe(1);
});

test('a note that is sent again stands there once', async () => {
  const { world, ctx, ticketId, workspaceId } = await withTicket();
  const messageId = ctx.newId();
  const input = noteInput.parse({ messageId, ticketId, html: '<p>Once.</p>' });
  for (let turn = 0; turn < 2; turn++)
    expect(await addNoteToTicket(ctx, input)).toEqual({ ok: true, value: { messageId } });
  expect(await world.db.message.count({ where: { workspaceId, ticketId, direction: 'note' } })).toBe(1);
});

test("under the id of somebody else's message nothing is said and nothing told", async () => {
  const { world, ctx, ticketId, workspaceId } = await withTicket();
  const messageId = ctx.newId();
  const said = { messageId, ticketId, html: '<p>Mine.</p>' };
  await addNoteToTicket(ctx, noteInput.parse(said));
  const other = await world.member();
  const reply = replyInput.parse({ ...said, html: '<p>Not mine.</p>', submitAs: 'open' });
  const refused = { ok: false, error: { code: 'not_found' } };
  expect(await replyToTicket(other, reply)).toEqual(refused);
  expect(await addNoteToTicket(other, noteInput.parse(said))).toEqual(refused);
  expect(await world.db.message.count({ where: { workspaceId, authorUserId: other.actor.id } })).toBe(0);
});
