import { expect, test } from 'vitest';
import { insertIntoTicket } from '@/features/knowledge/commands/insert-into-ticket';
import { writeFromTicket } from '@/features/knowledge/commands/write-from-ticket';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { newWorld } from '../../support/world';
import { liveArticle } from './support';

test('an article begins with the question and the answer of a ticket, and names what tells who asked', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent, {
    subject: 'Kettle',
    html: '<p>My kettle OC-204517 is broken, call +371 2612 3456.</p>',
  });
  await world.db.message.updateMany({ where: { ticketId }, data: { direction: 'inbound' } });
  await replyToTicket(agent, {
    ticketId,
    html: '<p>Descale it, Anna.</p>',
    attachmentIds: [],
    submitAs: 'open',
    cc: [],
    bcc: [],
  });
  const made = await writeFromTicket(agent, { ticketId });
  const articleId = made.ok ? made.value.articleId : '';
  const text = await world.db.articleTranslation.findFirstOrThrow({ where: { articleId } });
  expect(text).toMatchObject({ title: 'Kettle', state: 'draft', liveHtml: null });
  expect(text.html).toMatch(/^<div data-callout="warning"><p>[^<]*OC-204517, \+371 2612 3456, Anna/);
  expect(text.html).toContain('<blockquote><p>My kettle');
  expect(text.html).toContain('Descale it, Anna.');
  expect(
    await world.db.articleTicket.findMany({ where: { ticketId }, select: { kind: true, articleId: true } }),
  ).toEqual([{ kind: 'written_from', articleId }]);
  const own = await world.member({ scope: 'own' });
  expect(await writeFromTicket(own, { ticketId })).toEqual({ ok: false, error: { code: 'not_found' } });
});

test('a public article comes into an answer as a link or as its text, and is linked; an internal one does not', async () => {
  const world = await newWorld();
  const manager = await world.member({ role: 'manager' });
  const { ticketId } = await world.ticket(manager);
  const { articleId } = await liveArticle(manager, { title: 'Return "it" & more' });
  const asked = { ticketId, articleId, locale: 'en' } as const;
  const link = await insertIntoTicket(manager, { ...asked, as: 'link' });
  expect(link.ok && link.value.html).toMatch(
    /^<p><a href="http[^"]+\/help\/[^"]+\/en\/articles\/return-it-more">Return &quot;it&quot; &amp; more<\/a><\/p>$/,
  );
  const text = await insertIntoTicket(manager, { ...asked, as: 'text' });
  expect(text).toEqual({ ok: true, value: { html: '<p>Send it back within 14 days.</p>' } });
  expect(await world.db.articleTicket.count({ where: { ticketId, kind: 'inserted' } })).toBe(1);
  const secret = await liveArticle(manager, { audience: 'internal' });
  expect(
    await insertIntoTicket(manager, { ...asked, articleId: secret.articleId, as: 'text' }),
  ).toMatchObject({ ok: false });
  expect(await insertIntoTicket(manager, { ...asked, locale: 'hu', as: 'link' })).toMatchObject({
    ok: false,
  });
});
