import { describe, expect, it } from 'vitest';
import { safeStyle } from '@/channels/lib/html-style';

describe('safeStyle', () => {
  it.each([
    ['color:red;FONT-SIZE: 12PX', 'color: red; font-size: 12PX'],
    ['background-color: rgba(0, 0, 0, .5) !important', 'background-color: rgba(0, 0, 0, .5) !important'],
    ["font: italic 12px/1.5 'Segoe UI', Arial", "font: italic 12px/1.5 'Segoe UI', Arial"],
    ['border-left:1px solid #ccc;padding-left:1ex', 'border-left: 1px solid #ccc; padding-left: 1ex'],
    ['display:none', 'display: none'],
  ])('keeps %s', (written, kept) => {
    expect(safeStyle(written)).toBe(kept);
  });

  it.each([
    'position:absolute',
    'background:url(http://a.b/c.png)',
    'background:u\\72l(http://a.b)',
    'background: image-set("http://a.b" 1x)',
    'width: calc(100% * 9)',
    'width: expression(alert(1))',
    'margin-left:-5000px',
    'margin: 0 -.5em',
    'behavior: url(x.htc)',
    '-moz-binding: url(x)',
    'display: grid',
    'color: red/**/',
    'font-family: "a',
    'z-index: 9',
    'x',
    ':',
    '',
  ])('drops %s', (written) => {
    expect(safeStyle(written)).toBe('');
  });
});
