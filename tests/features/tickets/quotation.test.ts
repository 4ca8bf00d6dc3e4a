import { expect, test } from 'vitest';
import { quotationHtml } from '@/features/tickets/quotation';

test('a passage stands as a quotation with who said it and when, its lines and paragraphs kept, and nothing of it is markup', () => {
  const said = {
    author: 'Ödön <b>',
    at: '2026. nov. 30. 10:12',
    text: ' Víz folyik.\nAlóla.\n\n1 < 2 & 3\n',
  };
  expect(quotationHtml(said)).toBe(
    '<blockquote><p><strong>Ödön &lt;b&gt;</strong> · 2026. nov. 30. 10:12</p>' +
      '<p>Víz folyik.<br>Alóla.</p><p>1 &lt; 2 &amp; 3</p></blockquote><p></p>',
  );
});
