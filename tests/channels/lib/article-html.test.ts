import { describe, expect, test } from 'vitest';
import { cleanArticleHtml } from '@/channels/lib/article-html';
import { sharedCases } from '../../support/cases';

const own = (source: string) => source.startsWith('/api/knowledge/files/');
const clean = (html: string) => cleanArticleHtml(html, own).html;

describe('what stays', () => {
  test.each([
    ['<h2>A</h2><p>b <strong>c</strong> <em>d</em></p>', '<h2>A</h2><p>b <strong>c</strong> <em>d</em></p>'],
    [
      '<ul><li><p>a</p></li></ul><ol start="3"><li>b</li></ol>',
      '<ul><li><p>a</p></li></ul><ol start="3"><li>b</li></ol>',
    ],
    [
      '<table><tbody><tr><th colspan="2">a</th></tr></tbody></table>',
      '<table><tbody><tr><th colspan="2">a</th></tr></tbody></table>',
    ],
    ['<pre><code>a &lt; b</code></pre>', '<pre><code>a &lt; b</code></pre>'],
    ['<div data-callout="warning"><p>Careful</p></div>', '<div data-callout="warning"><p>Careful</p></div>'],
    [
      '<a href="https://example.com/x?y=1&amp;z=2">x</a>',
      '<a href="https://example.com/x?y=1&amp;z=2">x</a>',
    ],
    [
      '<a href="#part">x</a><a href="/help/shop/en">y</a>',
      '<a href="#part">x</a><a href="/help/shop/en">y</a>',
    ],
    [
      '<img src="/api/knowledge/files/w/1" alt="Box" width="640" height="480">',
      '<img src="/api/knowledge/files/w/1" alt="Box" width="640" height="480" />',
    ],
    ['<h1>A</h1><h5>B</h5><b>c</b>', '<h2>A</h2><h4>B</h4><strong>c</strong>'],
  ])('%s', (html, kept) => expect(clean(html)).toBe(kept));
});

describe('what goes', () => {
  test.each([
    ['<p onclick="x()" style="position:fixed" class="a" id="b">a</p>', '<p>a</p>'],
    ['<script>alert(1)</script><style>p{}</style><p>a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="//evil.test">a</a><a href="/admin">b</a>', '<a>a</a><a>b</a>'],
    ['<iframe src="https://evil.test"></iframe>a', 'a'],
    ['<div data-callout="x" data-y="1">a</div>', '<div>a</div>'],
    ['<form action="/x"><input name="a">b</form>', 'b'],
  ])('%s', (html, kept) => expect(clean(html)).toBe(kept));

  test('pictures of others and pictures as data, and they are named', () => {
    const html = '<p>a<img src="https://evil.test/x.png"><img src="data:image/png;base64,AAAA"></p>';
    expect(cleanArticleHtml(html, own)).toEqual({
      html: '<p>a</p>',
      refused: ['https://evil.test/x.png', 'data:image/png;base64,AAAA'],
    });
  });

  test('everything that can run, of a public collection', () => {
    for (const { input } of sharedCases<{ input: string }>('xss')) {
      expect(clean(input)).not.toMatch(
        /<(script|iframe|object|embed|svg|math|form|input|base|link|meta|style)\b|\son\w+=|javascript:/i,
      );
    }
  });

  test('nesting without end', () => {
    expect(clean('<div>'.repeat(20_000)).length).toBeLessThan(10_000);
  });
});
