import { describe, expect, it } from 'vitest';
import { isOwnMark, ownMark } from '@/server/mail/own-mark';

describe('the mark in our own mails', () => {
  it('is known again by the workspace that set it, and by no other', () => {
    const mark = ownMark('one', 1042);
    expect(isOwnMark('one', mark)).toBe(true);
    expect(isOwnMark('two', mark)).toBe(false);
  });

  it('cannot be made up', () => {
    expect(isOwnMark('one', '1042.aaaaaaaaaaaaaaaa')).toBe(false);
    expect(isOwnMark('one', 'anything')).toBe(false);
    expect(isOwnMark('one', '')).toBe(false);
  });
});
