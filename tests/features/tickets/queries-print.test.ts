import { afterAll, expect, test } from 'vitest';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { getPrintedTicket } from '@/features/tickets/queries-print';
import { countingDatabase } from '../../support/counting-database';
import { answer, anUpload, withTicket } from './support';

const counting = countingDatabase();
afterAll(() => counting.close());

test('what was said stands on paper in its order, notes only on wish, and nothing that was taken back', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  world.pass(60);
  await addNoteToTicket(ctx, { ticketId, html: '<p>He is always late to pay.</p>' });
  world.pass(60);
  await answer(ctx, { ticketId, attachmentIds: [await anUpload(ctx, 'plan.png')] });
  world.pass(60);
  const messageId = await answer(ctx, { ticketId, html: '<p>Sorry.</p>' });
  await undoSend(ctx, { messageId });
  const said = async (notes: boolean) =>
    (await getPrintedTicket(ctx, number, { notes }))?.messages.map(({ visibleText }) => visibleText);
  expect(await said(false)).toEqual(['My kettle is broken.', 'Try the other socket.']);
  expect(await said(true)).toEqual([
    'My kettle is broken.',
    'He is always late to pay.',
    'Try the other socket.',
  ]);
  const printed = await getPrintedTicket(ctx, number, { notes: false });
  expect(printed).toMatchObject({ isCut: false, ticket: { number, requester: 'Anna Ozola' } });
  expect(printed?.messages[1]?.files).toMatchObject([{ name: 'plan.png' }]);
});

test('who may not see the ticket prints nothing of it, and the number of queries does not grow', async () => {
  const { world, ctx, ticketId, number } = await withTicket();
  const stranger = await world.member({ scope: 'own' });
  expect(await getPrintedTicket(stranger, number, { notes: true })).toBeNull();
  const reader = { ...ctx, db: counting.db };
  counting.statements();
  await getPrintedTicket(reader, number, { notes: true });
  const few = counting.statements().length;
  for (const text of ['a', 'b', 'c']) await answer(ctx, { ticketId, html: `<p>${text}</p>` });
  await getPrintedTicket(reader, number, { notes: true });
  expect(counting.statements()).toHaveLength(few);
});
