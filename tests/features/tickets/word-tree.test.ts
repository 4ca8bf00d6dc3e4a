import { expect, test } from 'vitest';
import { cleanHtml } from '@/channels/lib/html';
import { wordTree } from '@/features/tickets/word-tree';

test('elements, attributes and texts are told apart', () => {
  const html = '<p lang="hu">Szia <b>1 &lt; 2 &amp; 3</b><br>újra</p>';
  expect(wordTree(html)).toEqual([
    {
      name: 'p',
      attributes: { lang: 'hu' },
      children: [
        'Szia ',
        { name: 'b', attributes: {}, children: ['1 < 2 & 3'] },
        { name: 'br', attributes: {}, children: [] },
        'újra',
      ],
    },
  ]);
});

test.each([
  ['https://a.test/?x=1&amp;y=2', 'https://a.test/?x=1&y=2'],
  ['mailto:a@b.test', 'mailto:a@b.test'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['/relative', undefined],
])('a link to %s leads to %s', (written, href) => {
  const [link] = wordTree(`<a href="${written}">x</a>`);
  expect(link).toMatchObject({ attributes: href ? { href } : {} });
  expect(Object.keys((link as { attributes: object }).attributes)).toHaveLength(href ? 1 : 0);
});

test('handlers and looks are never taken over', () => {
  expect(wordTree('<p onclick="x()" style="color: red" class="a">x</p>')).toEqual([
    { name: 'p', attributes: {}, children: ['x'] },
  ]);
});

test.each(['</p></p>text', '<p>never closed', '<b><i>crossed</b></i>', '', '<>'])(
  '"%s" does no harm',
  (html) => {
    expect(Array.isArray(wordTree(html))).toBe(true);
  },
);

test('what cleaning leaves is read whole', () => {
  const html = cleanHtml('<div>Köszönöm,&nbsp;<em>jó</em> &quot;így&quot;</div>');
  expect(JSON.stringify(wordTree(html))).toContain('Köszönöm,\u00a0');
});
