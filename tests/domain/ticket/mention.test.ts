import { expect, it } from 'vitest';
import { mentionsAsText, mentionsIn, mentionsOfText, withNames } from '@/domain/ticket/mention';

const A = '0190b3a0-0000-7000-8000-00000000000a';
const B = '0190b3a0-0000-7000-8000-00000000000b';
const chip = (to: string, words: string, more = '') => `<span${more} data-mention="${to}">${words}</span>`;

it('finds whom a note mentions, each once', () => {
  const html = `<p>${chip(`user:${A}`, '@Anna')} and ${chip(`team:${B}`, '@Orders')}, ${chip(`user:${A}`, '@A')}</p>`;
  expect(mentionsIn(html)).toEqual([
    { kind: 'user', id: A },
    { kind: 'team', id: B },
  ]);
  expect(mentionsIn('<p>@Anna, anna@example.test</p>')).toEqual([]);
});

it('gives mentions the names that they bear, and makes text of the rest', () => {
  const named = (html: string) => withNames(html, ({ id }) => (id === A ? 'Anna <b>' : null));
  expect(named(chip(`user:${A}`, '@Boss', ' lang="en"'))).toBe(chip(`user:${A}`, '@Anna &lt;b&gt;'));
  expect(named(`<p>${chip(`user:${B}`, '@Béla')}!</p>`)).toBe('<p>@Béla!</p>');
  expect(named(`<p data-mention="user:${A}">x</p>${chip(`user:${A}`, '<b>x</b>')}`)).toBe(
    '<p>x</p><span><b>x</b></span>',
  );
});

it('keeps mentions as one text, and reads it again', () => {
  const mentions = [
    { kind: 'user', id: A },
    { kind: 'team', id: B },
  ] as const;
  expect(mentionsOfText(mentionsAsText(mentions))).toEqual(mentions);
  expect(mentionsOfText(null)).toEqual([]);
  expect(mentionsOfText('customer:x team')).toEqual([]);
});
