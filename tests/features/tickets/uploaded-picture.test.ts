import { expect, test } from 'vitest';
import { cleanHtml } from '@/channels/lib/html';
import { messageHtml } from '@/features/portal/message-html';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { shownPicture, uploadedPicture, uploadsWithin } from '@/features/tickets/uploaded-picture';
import { wordTree } from '@/features/tickets/word-tree';
import { answer, anUpload, withTicket } from './support';

const ID = '019ad000-0000-7000-8000-000000000001';
const html = `<p>Look:</p><img src="${uploadedPicture(ID)}" alt="A crack" width="720">`;

test('a picture of an upload outlives the cleaning, and is shown from where the file lies', () => {
  expect(uploadsWithin(cleanHtml(`${html}${html}<img src="cid:logo">`))).toEqual([ID]);
  expect(shownPicture('demo', html)).toContain(`src="/api/desk/demo/files/${ID}"`);
});

test('of pictures in words that are shown before the server has them, only own files have an address', () => {
  const [, own] = wordTree(shownPicture('demo', html));
  expect(own).toMatchObject({
    name: 'img',
    attributes: { src: `/api/desk/demo/files/${ID}`, alt: 'A crack' },
  });
  expect(wordTree('<img src="https://elsewhere.test/x.png">after')).toEqual([
    { name: 'img', attributes: {}, children: [] },
    'after',
  ]);
});

test('in the portal a picture of the message itself is shown, and no other', () => {
  const at = (contentId: string) => (contentId === `upload-${ID}` ? '/help/file' : null);
  expect(messageHtml(html, at)).toContain(
    '<img src="/help/file" alt="A crack" loading="lazy" width="720" />',
  );
  const others =
    '<img src="https://elsewhere.test/x.png"><img src="cid:unknown"><img src="data:image/png;base64,AA">';
  expect(messageHtml(others, at)).toBe('');
});

test('an upload that stands in the text goes as a part of it, another beside it; taken back, the text shows its copy', async () => {
  const { world, ctx, ticketId, workspaceId } = await withTicket();
  const [shown, beside] = [await anUpload(ctx, 'crack.png'), await anUpload(ctx, 'plan.png')];
  const text = `<p>Look:</p><img src="${uploadedPicture(shown)}" alt="">`;
  const messageId = await answer(ctx, { ticketId, html: text, attachmentIds: [beside, shown] });
  const select = { name: true, inline: true, contentId: true };
  const files = await world.db.attachment.findMany({
    where: { workspaceId, messageId },
    orderBy: { position: 'asc' },
    select,
  });
  expect(files).toEqual([
    { name: 'plan.png', inline: false, contentId: null },
    { name: 'crack.png', inline: true, contentId: `upload-${shown}` },
  ]);

  const undone = await undoSend(ctx, { messageId });
  if (!undone.ok) throw new Error('refused');
  const [copyBeside, copyShown = ''] = undone.value.attachmentIds;
  expect(uploadsWithin(undone.value.html)).toEqual([copyShown]);
  const again = await answer(ctx, {
    ticketId,
    html: undone.value.html,
    attachmentIds: [copyBeside, copyShown],
  });
  const sent = await world.db.attachment.findMany({
    where: { workspaceId, messageId: again, inline: true },
    select,
  });
  expect(sent).toEqual([{ name: 'crack.png', inline: true, contentId: `upload-${copyShown}` }]);
});

test('a text that names the upload of somebody else shows nothing of it', async () => {
  const { world, ctx, ticketId, workspaceId } = await withTicket();
  const other = await world.member({ name: 'Péter Nagy' });
  const foreign = await anUpload(other, 'secret.png');
  const messageId = await answer(ctx, { ticketId, html: `<p>x</p><img src="${uploadedPicture(foreign)}">` });
  expect(await world.db.attachment.count({ where: { workspaceId, messageId } })).toBe(0);
});
