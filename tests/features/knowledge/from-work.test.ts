import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeTransports } from '@/channels/email/transports';
import { deliverMail } from '@/features/delivery/commands/deliver-mail';
import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { insertIntoTicket } from '@/features/knowledge/commands/insert-into-ticket';
import { keepArticleFile } from '@/features/knowledge/commands/keep-article-file';
import { writeFromTicket } from '@/features/knowledge/commands/write-from-ticket';
import { findForAnswer } from '@/features/knowledge/find-for-answer';
import { getReadArticle } from '@/features/knowledge/queries-reading';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { replyInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { seal } from '@/server/crypto/keys';
import { smtpSink } from '../../support/smtp-sink';
import { newWorld } from '../../support/world';
import { liveArticle, newArticle, step, write } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager' });
});

const picture = async () =>
  new Uint8Array(
    await sharp({ create: { width: 1120, height: 600, channels: 3, background: '#c33' } })
      .png()
      .toBuffer(),
  );

async function pictured(over: object = {}) {
  const made = await newArticle(manager, { title: 'Return an item', ...over });
  const bytes = await picture();
  const kept = await keepArticleFile(manager, {
    articleId: made.articleId,
    name: 'box.png',
    claimedType: 'image/png',
    bytes,
  });
  if (!kept.ok) throw new Error(kept.error.code);
  const html = [
    '<h2>Pack it well</h2><p>Use the box in which the item came to you.</p>',
    '<div data-callout="tip"><p>Keep the receipt for the courier.</p></div>',
    '<table><tbody><tr><th>Days</th><td colspan="2">14</td></tr></tbody></table>',
    `<p><a href="/help/x/en/articles/y">More</a></p><img src="${kept.value.url}" alt="The box" width="1120" height="600" />`,
  ].join('');
  await write(manager, made.translationId, { html });
  await step(manager, made.translationId, 'publish');
  return { ...made, url: kept.value.url };
}

const answer = (ticketId: string, html: string) =>
  replyToTicket(manager, replyInput.parse({ ticketId, html, submitAs: 'open' }));

const inserted = (ticketId: string) =>
  world.db.articleTicket.findMany({ where: { ticketId, kind: 'inserted' }, select: { messageId: true } });

describe('an article in an answer', () => {
  let sink: Awaited<ReturnType<typeof smtpSink>>;
  beforeEach(async () => {
    sink = await smtpSink();
    const server = {
      kind: 'smtp',
      host: '127.0.0.1',
      port: sink.port,
      security: 'none',
      user: '',
      auth: null,
    };
    await world.db.channelAccount.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { sealedConfig: seal(JSON.stringify({ incoming: { kind: 'listener' }, outgoing: server })) },
    });
  });
  afterEach(async () => {
    closeTransports();
    await sink.close();
  });

  test('arrives with its headings, boxes, tables and pictures, and counts when it was sent, not before', async () => {
    const { ticketId } = await world.ticket(manager);
    const { articleId } = await pictured();
    const asked = { ticketId, articleId, locale: 'en', as: 'text', into: 'reply' } as const;
    const text = await insertIntoTicket(manager, asked);
    const html = text.ok ? text.value.html : '';
    expect(html).toContain('<h2>Pack it well</h2>');
    expect(html).toContain('<blockquote><p><strong>Tip</strong></p><p>Keep the receipt');
    expect(html).toMatch(/<a href="http[^"]+\/help\/x\/en\/articles\/y">/);
    expect(html).toContain('width="560" height="300"');
    expect(await inserted(ticketId)).toEqual([]);
    const sent = await answer(ticketId, `<p>Dear Anna,</p>${html}`);
    const messageId = sent.ok ? sent.value.messageId : '';
    expect(await inserted(ticketId)).toEqual([{ messageId }]);
    const message = await world.db.message.findFirstOrThrow({
      where: { id: messageId },
      include: { attachments: true },
    });
    expect(message.attachments).toMatchObject([{ name: 'box.png', type: 'image/png', inline: true }]);
    expect(message.html).toContain(`src="cid:${message.attachments[0]?.contentId}"`);
    world.pass(3600);
    const mail = await world.db.outgoingMail.findFirstOrThrow({ where: { messageId } });
    await deliverMail(world.system('delivery'), mail.id);
    const raw = sink.mails[0]?.raw ?? '';
    expect(raw).toMatch(new RegExp(`content-id:\\s+<${message.attachments[0]?.contentId}>`, 'i'));
    expect(raw).toMatch(/Content-Type: image\/png;\s+name="?box\.png/i);
    expect(raw).toMatch(/multipart\/related/);
    expect(raw).not.toContain('/api/knowledge/files/');
  });
});

test('an answer taken back has its article with its pictures again, and sends them once more', async () => {
  const { ticketId } = await world.ticket(manager);
  const { url } = await pictured();
  const sent = await answer(ticketId, `<p>See</p><img src="${url}" alt="Box">`);
  const undone = await undoSend(manager, { messageId: sent.ok ? sent.value.messageId : '' });
  const html = undone.ok ? undone.value.html : '';
  expect(undone.ok && undone.value.files).toEqual([]);
  expect(html).toContain(`src="${url}"`);
  const again = await answer(ticketId, html);
  const files = await world.db.attachment.findMany({
    where: { messageId: again.ok ? again.value.messageId : '' },
  });
  expect(files).toMatchObject([{ inline: true, name: 'box.png' }]);
});

test('an internal article, its text and its pictures come into notes, never into an answer', async () => {
  const { ticketId } = await world.ticket(manager);
  const { articleId, url } = await pictured({ audience: 'internal' });
  const asked = { ticketId, articleId, locale: 'en' } as const;
  for (const as of ['text', 'link'] as const) {
    expect(await insertIntoTicket(manager, { ...asked, as, into: 'reply' })).toMatchObject({ ok: false });
  }
  const light = await world.member({ role: 'light_agent' });
  const link = await insertIntoTicket(light, { ...asked, as: 'link', into: 'note' });
  expect(link.ok && link.value.html).toMatch(
    new RegExp(`/${world.slug}/knowledge/${articleId}/read\\?locale=en">Return an item</a>`),
  );
  const text = await insertIntoTicket(light, { ...asked, as: 'text', into: 'note' });
  const note = await addNoteToTicket(light, {
    ticketId,
    html: text.ok ? text.value.html : '',
    attachmentIds: [],
  });
  const of = (messageId: string) => world.db.attachment.count({ where: { messageId } });
  expect(await of(note.ok ? note.value.messageId : '')).toBe(1);
  const leaked = await answer(ticketId, `<p>See</p><img src="${url}" alt="Box">`);
  expect(await of(leaked.ok ? leaked.value.messageId : '')).toBe(0);
});

test('colleagues find internal articles, and what another language says, in the language of the customer if written in it', async () => {
  const secret = await liveArticle(manager, { title: 'Refund limits', audience: 'internal' });
  const foreign = await liveArticle(manager, {
    locale: 'hu',
    title: 'Refund idő',
    html: '<p>Refund 5 nap.</p>',
  });
  const both = await liveArticle(manager, { locale: 'hu', title: 'Refund bankkártyára' });
  const added = await addTranslation(manager, { articleId: both.articleId, locale: 'en' });
  const translationId = added.ok ? added.value.translationId : '';
  await write(manager, translationId, { title: 'Money back to a card', html: '<p>Some days.</p>' });
  await step(manager, translationId, 'publish');
  const found = await findForAnswer(manager, { locale: 'en', text: 'refund ', most: 6 });
  const titles = found.map(({ id, title, locale, audience }) => ({ id, title, locale, audience }));
  expect(titles[0]).toEqual({
    id: secret.articleId,
    title: 'Refund limits',
    locale: 'en',
    audience: 'internal',
  });
  expect(titles).toContainEqual({
    id: foreign.articleId,
    title: 'Refund idő',
    locale: 'hu',
    audience: 'public',
  });
  expect(titles).toContainEqual({
    id: both.articleId,
    title: 'Money back to a card',
    locale: 'en',
    audience: 'public',
  });
  const stranger = await (await newWorld()).member();
  expect(await findForAnswer(stranger, { locale: 'en', text: 'refund ', most: 6 })).toEqual([]);
  const read = { articleId: secret.articleId, locale: undefined, reader: 'lv' } as const;
  expect(await getReadArticle(manager, read)).toMatchObject({
    title: 'Refund limits',
    slug: null,
    isDraft: false,
  });
  expect(await getReadArticle(stranger, read)).toBeNull();
});

test('an article begins with the question and what a person answered, as it was written and with its files', async () => {
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent, {
    subject: 'Kettle',
    html: '<p>My kettle OC-204517 is broken, call +371 2612 3456.</p>',
  });
  await world.db.message.updateMany({ where: { ticketId }, data: { direction: 'inbound' } });
  const { url } = await pictured();
  await answer(ticketId, `<p><strong>Descale</strong> it, Anna.</p><img src="${url}" alt="Box">`);
  world.pass(60);
  await answer(ticketId, '<p>We have received your request.</p>');
  await world.db.message.updateMany({
    where: { ticketId, text: { contains: 'We have received' } },
    data: { automated: 'auto_reply' },
  });
  const made = await writeFromTicket(agent, { ticketId });
  const articleId = made.ok ? made.value.articleId : '';
  const text = await world.db.articleTranslation.findFirstOrThrow({
    where: { articleId },
    include: { article: { include: { files: true } } },
  });
  expect(text).toMatchObject({ title: 'Kettle', state: 'draft', liveHtml: null });
  expect(text.article.audience).toBe('internal');
  expect(text.html).toMatch(/^<div data-callout="warning"><p>[^<]*OC-204517, \+371 2612 3456, Anna/);
  expect(text.html).toContain('<blockquote><p>My kettle');
  expect(text.html).toContain('<strong>Descale</strong> it, Anna.');
  expect(text.html).not.toContain('received');
  const [file] = text.article.files;
  expect(text.html).toContain(
    `src="/api/knowledge/files/${world.workspaceId}/${file?.attachmentId}" alt="Box"`,
  );
  expect(
    await world.db.articleTicket.findMany({ where: { ticketId }, select: { kind: true, articleId: true } }),
  ).toEqual([{ kind: 'written_from', articleId }]);
  const own = await world.member({ scope: 'own' });
  expect(await writeFromTicket(own, { ticketId })).toEqual({ ok: false, error: { code: 'not_found' } });
});

test('a public article comes into an answer as a link; one that is not written in a language does not', async () => {
  const { ticketId } = await world.ticket(manager);
  const { articleId } = await liveArticle(manager, { title: 'Return "it" & more' });
  const asked = { ticketId, articleId, locale: 'en', as: 'link', into: 'reply' } as const;
  const link = await insertIntoTicket(manager, asked);
  const html = link.ok ? link.value.html : '';
  expect(html).toMatch(
    /^<p><a href="http[^"]+\/help\/[^"]+\/en\/articles\/return-it-more">Return &quot;it&quot; &amp; more<\/a><\/p>$/,
  );
  await answer(ticketId, '<p>Something else.</p>');
  expect(await inserted(ticketId)).toEqual([]);
  await answer(ticketId, html);
  expect(await inserted(ticketId)).toHaveLength(1);
  expect(await insertIntoTicket(manager, { ...asked, locale: 'hu' })).toMatchObject({ ok: false });
});
