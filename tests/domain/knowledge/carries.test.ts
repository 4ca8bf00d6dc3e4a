import { describe, expect, test } from 'vitest';
import { carriesArticle } from '@/domain/knowledge/carries';

const article = {
  slug: 'return-an-item',
  text: 'Pack the item well.\nPrint the label that we mailed you.\n\nNote\nBring it to any parcel shop.',
};
const mail = (text: string, html = '') => ({ text, html });

describe('a message carries an article', () => {
  test('when it links to it, whole and under its own address', () => {
    const link = (slug: string) =>
      mail('See here', `<a href="https://x.test/help/w/en/articles/${slug}">x</a>`);
    expect(carriesArticle(link('return-an-item'), article)).toBe(true);
    expect(carriesArticle(link('return-an-item#label'), article)).toBe(true);
    expect(carriesArticle(link('return-an-item-2'), article)).toBe(false);
  });

  test('when a third of its telling lines still stand in it', () => {
    expect(carriesArticle(mail('Dear Anna,\nPack the  item well.\nBye'), article)).toBe(true);
    expect(carriesArticle(mail('Dear Anna,\nNote\nBye'), article)).toBe(false);
    expect(carriesArticle(mail('Dear Anna'), article)).toBe(false);
  });

  test('when it is all of a short one; an empty one is never carried', () => {
    expect(carriesArticle(mail('Yes, sure!'), { slug: 'x', text: 'Yes, sure!' })).toBe(true);
    expect(carriesArticle(mail('Anything'), { slug: 'x', text: '' })).toBe(false);
  });
});
