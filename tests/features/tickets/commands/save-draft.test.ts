import { expect, test } from 'vitest';
import { saveDraft } from '@/features/tickets/commands/save-draft';
import { draftInput } from '@/features/tickets/inputs';
import { newWorld } from '../../../support/world';
import { anUpload, type World, withTicket } from '../support';

const draft = (ticketId: string, over: object = {}) =>
  draftInput.parse({ ticketId, kind: 'reply', html: '<p>Dear Anna</p>', ...over });

const drafts = (world: World) =>
  world.db.draft.findMany({ where: { workspaceId: world.workspaceId }, orderBy: { html: 'asc' } });

test('the last thing typed is what is kept', async () => {
  const { world, ctx, ticketId } = await withTicket();
  await saveDraft(ctx, draft(ticketId));
  world.pass(2);
  const saved = await saveDraft(
    ctx,
    draft(ticketId, { html: '<p>Dear Anna,</p>', cc: ['b@x.test', 'half@'] }),
  );
  expect(saved).toEqual({ ok: true, value: { savedAt: world.now() } });
  expect(await drafts(world)).toMatchObject([{ html: '<p>Dear Anna,</p>', cc: ['b@x.test', 'half@'] }]);
});

test('an answer and a note are two drafts, and so are those of two people', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const other = await world.member();
  await saveDraft(ctx, draft(ticketId, { html: 'a' }));
  await saveDraft(ctx, draft(ticketId, { html: 'b', kind: 'note' }));
  await saveDraft(other, draft(ticketId, { html: 'c' }));
  expect((await drafts(world)).map(({ html }) => html)).toEqual(['a', 'b', 'c']);
});

test.each(['', '<p></p>', '<p> &nbsp;<br></p>'])('emptied to "%s" there is no draft', async (html) => {
  const { world, ctx, ticketId } = await withTicket();
  await saveDraft(ctx, draft(ticketId));
  await saveDraft(ctx, draft(ticketId, { html }));
  expect(await drafts(world)).toEqual([]);
});

test('a file without a word is a draft', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const upload = await anUpload(ctx);
  await saveDraft(ctx, draft(ticketId, { html: '<p></p>', attachmentIds: [upload] }));
  expect(await drafts(world)).toMatchObject([{ attachmentIds: [upload] }]);
});

test('ten savings at once leave one draft', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const all = Array.from({ length: 10 }, (_, i) => saveDraft(ctx, draft(ticketId, { html: `text ${i}` })));
  expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
  expect(await drafts(world)).toHaveLength(1);
});

test('what was typed on a ticket that closed is not lost', async () => {
  const { world, ctx, ticketId } = await withTicket();
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId, id: ticketId },
    data: { status: 'closed' },
  });
  expect(await saveDraft(ctx, draft(ticketId))).toMatchObject({ ok: true });
});

test('nobody keeps a draft where they may not write', async () => {
  const { world, ticketId } = await withTicket();
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await saveDraft(await (await newWorld()).member(), draft(ticketId))).toEqual(notFound);
  expect(await saveDraft(await world.member({ scope: 'own' }), draft(ticketId))).toEqual(notFound);
  const light = await world.member({ role: 'light_agent' });
  expect(await saveDraft(light, draft(ticketId))).toEqual(notFound);
  expect(await saveDraft(light, draft(ticketId, { kind: 'note' }))).toMatchObject({ ok: true });
});
