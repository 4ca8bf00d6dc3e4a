import { expect, test } from 'vitest';
import { messageBody, wholeDocument } from '@/features/tickets/message-body';

const place = { workspace: 'demo', theme: 'light' } as const;
const body = (over: object) =>
  messageBody({ text: '', visibleText: '', html: null, files: [], ...over }, place);

test('plain text stands in the page, with what follows the visible text folded', () => {
  expect(body({ text: 'Yes.\n\n> Do you?', visibleText: 'Yes.' })).toEqual({
    kind: 'text',
    visible: 'Yes.',
    hidden: '> Do you?',
    hasOriginal: false,
  });
});

test.each([
  ['nothing was quoted', 'Yes.', 'Yes.'],
  ['only spaces follow', 'Yes.\n\n', 'Yes.'],
  ['everything is quoted', '> Do you?', ''],
])('nothing is folded when %s', (_, text, visibleText) => {
  expect(body({ text, visibleText })).toMatchObject({ kind: 'text', hidden: null });
});

test('text that was trimmed in its middle can be unfolded as a whole', () => {
  const text = '> Do you?\nYes.\n> And then?\nNo.';
  expect(body({ text, visibleText: 'Yes.\nNo.' })).toMatchObject({ visible: 'Yes.\nNo.', hidden: text });
});

test('HTML that is only words stands in the page', () => {
  const html =
    '<p>Yes, <a href="https://a.test" target="_blank" rel="noopener">here</a></p><blockquote>old</blockquote>';
  expect(body({ html, visibleText: 'Yes, here <https://a.test>' })).toMatchObject({
    kind: 'words',
    hidden: '<blockquote>old</blockquote>',
  });
});

test.each([
  '<table><tr><td>a</td></tr></table>',
  '<p style="color: red">a</p>',
  '<p>a</p><img src="cid:x">',
  '<font color="red">a</font>',
])('%s stands in a frame', (html) => {
  expect(body({ html, visibleText: 'a' })).toMatchObject({ kind: 'frame' });
});

test('pictures of the mail itself are there, those of other hosts are counted and missing', () => {
  const html = '<p>Logo</p><img src="cid:Logo@x"><img src="https://track.test/1.png">';
  const shown = body({ html, visibleText: '', files: [{ id: 'f1', contentId: 'Logo@x' }] });
  expect(shown).toMatchObject({ kind: 'frame', blocked: 1, folded: false });
  const { document } = shown as { document: string };
  expect(document).toContain('src="/api/desk/demo/files/f1"');
  expect(document).not.toContain('track.test');
  expect(document).toContain("default-src 'none'");
});

test('on wish the pictures of other hosts are there', () => {
  const html = '<img src="https://track.test/1.png">';
  const quiet = wholeDocument({ text: '', html, files: [] }, { ...place, images: false });
  const loud = wholeDocument({ text: '', html, files: [] }, { ...place, images: true });
  expect(quiet).not.toContain('track.test');
  expect(loud).toContain('https://track.test/1.png');
});

test('HTML that says other words than its text is shown as text, with the original at hand', () => {
  const html = `<div>On Monday you wrote</div><blockquote>${'old words '.repeat(50)}</blockquote><div>Yes.</div>`;
  expect(body({ html, visibleText: 'Yes.' })).toEqual({
    kind: 'text',
    visible: 'Yes.',
    hidden: null,
    hasOriginal: true,
  });
});

test('plain text is no markup in a frame', () => {
  const shown = wholeDocument(
    { text: '<b>1 < 2 & 3</b>', html: null, files: [] },
    { ...place, images: false },
  );
  expect(shown).toContain('&lt;b&gt;1 &lt; 2 &amp; 3&lt;/b&gt;');
});
