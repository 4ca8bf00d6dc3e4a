import { expect, test } from 'vitest';
import { textAsHtml } from '@/domain/channel/text-as-html';

test.each([
  ['one', '<p>one</p>'],
  ['one\ntwo', '<p>one<br>two</p>'],
  ['one\n\n\ntwo', '<p>one</p><p>two</p>'],
  ['one\r\n\r\ntwo\rthree', '<p>one</p><p>two<br>three</p>'],
  ['one\n \t\ntwo', '<p>one</p><p>two</p>'],
  ['  \n one \n ', '<p>one</p>'],
  ['<script>alert("a & b")</script>', '<p>&lt;script&gt;alert(&quot;a &amp; b&quot;)&lt;/script&gt;</p>'],
  ['Őrült ķirsis', '<p>Őrült ķirsis</p>'],
])('%j is shown as %s', (text, html) => {
  expect(textAsHtml(text)).toBe(html);
});
