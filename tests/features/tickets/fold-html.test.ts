import { expect, test } from 'vitest';
import { cleanHtml, htmlToText } from '@/channels/lib/html';
import { foldHtml } from '@/features/tickets/fold-html';

test('the quote behind what was written is folded away', () => {
  const html = '<div>Köszönöm, <b>működik</b>!</div><blockquote>Try the other socket.</blockquote>';
  expect(foldHtml(html, 'Köszönöm, működik!')).toEqual({
    visible: '<div>Köszönöm, <b>működik</b>!</div>',
    hidden: '<blockquote>Try the other socket.</blockquote>',
  });
});

test('a cut inside of nested markup leaves two whole pieces', () => {
  const html = '<div dir="ltr"><p>Yes.<br>On Monday Kalauz wrote: &lt;b&gt;</p></div>';
  expect(foldHtml(html, 'Yes.')).toEqual({
    visible: '<div dir="ltr"><p>Yes.</p></div>',
    hidden: '<div dir="ltr"><p><br>On Monday Kalauz wrote: &lt;b&gt;</p></div>',
  });
});

test('a cut within one run of text keeps the full stop with its sentence', () => {
  expect(foldHtml('<p>Yes, please. -- Anna</p>', 'Yes, please.')).toEqual({
    visible: '<p>Yes, please. -- </p>',
    hidden: '<p>Anna</p>',
  });
});

test.each([
  ['nothing stands behind it', '<p>All of it.</p><p><br></p>', 'All of it.'],
  ['there is no visible text at all', '<blockquote>Quote</blockquote>', ''],
])('nothing is folded when %s', (_, html, text) => {
  expect(foldHtml(html, text)).toBeNull();
});

test('a picture behind the text was sent for a reason, and stays', () => {
  expect(foldHtml('<p>See:</p><p><img src="cid:a"></p>', 'See:')).toBeNull();
  expect(foldHtml('<p>See:</p><p><img src="cid:a"></p><p>-- Anna</p>', 'See:')).toEqual({
    visible: '<p>See:</p><p><img src="cid:a"></p>',
    hidden: '<p>-- Anna</p>',
  });
});

test('a picture within the quote goes with the quote', () => {
  expect(foldHtml('<p>Yes</p><blockquote><img src="cid:a">old</blockquote>', 'Yes')).toEqual({
    visible: '<p>Yes</p>',
    hidden: '<blockquote><img src="cid:a">old</blockquote>',
  });
});

test.each([
  ['<p>Other words</p>', 'My words'],
  ['<p>Only the beg</p>', 'Only the beginning'],
])('%s does not say "%s"', (html, text) => {
  expect(foldHtml(html, text)).toBe('mismatch');
});

test('lists, links and tables do not disturb the walk', () => {
  const html = cleanHtml(
    '<ol><li>First</li><li>See <a href="https://a.test/x">here</a></li></ol>' +
      '<table><tr><td>Size</td><td>Large</td></tr></table><blockquote>old</blockquote>',
  );
  const visible = htmlToText(html.slice(0, html.indexOf('<blockquote>')));
  expect(visible).toContain('<https://a.test/x>');
  expect(foldHtml(html, visible)).toMatchObject({ hidden: expect.stringContaining('<blockquote>old') });
});

test('letters outside of the basic plane and marks are walked as they are', () => {
  expect(foldHtml('<p>ΑΣ İ 𝒳 e\u0301</p><p>old</p>', 'ας İ 𝒳 e\u0301')).not.toBe(null);
});

test('a long mail is cut in no time', () => {
  const line = '<div>Lorem ipsum dolor sit amet</div>';
  const html = line.repeat(20_000);
  const started = performance.now();
  expect(foldHtml(html, 'Lorem ipsum dolor sit amet '.repeat(10_000))).toMatchObject({});
  expect(performance.now() - started).toBeLessThan(2_000);
});
