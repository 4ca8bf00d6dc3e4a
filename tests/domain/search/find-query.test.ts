import { describe, expect, test } from 'vitest';
import { readFind } from '@/domain/search/find-query';

const TODAY = '2026-03-04';
const read = (typed: string) => readFind(typed, TODAY);
const terms = (typed: string) =>
  read(typed).terms.map(({ key, known, names, negated }) => [negated ? `-${key}` : key, ...known, ...names]);
const problems = (typed: string) => read(typed).problems.map(({ code, token }) => [code, token]);

describe('what is typed into a search', () => {
  test('is parted into words and conditions', () => {
    expect(read('refund status:open order').words).toBe('refund order');
    expect(terms('status:open tag:refund from:anna order')).toEqual([
      ['status', 'open'],
      ['tag', 'refund'],
      ['from', 'anna'],
    ]);
  });

  test('may hold choices, quotes and minuses', () => {
    expect(terms('status:open,pending -tag:vip from:"Anna Ozola" -is:late')).toEqual([
      ['status', 'open', 'pending'],
      ['-tag', 'vip'],
      ['from', 'Anna Ozola'],
      ['-is', 'late'],
    ]);
    expect(read('-kettle "cold water" status:open').words.trim()).toBe('-kettle "cold water"');
  });

  test.each([
    ['állapot:nyitott', ['status', 'open']],
    ['allapot:nyitott', ['status', 'open']],
    ['Állapot:"Válaszra vár"', ['status', 'pending']],
    ['statuss:atvērts', ['status', 'open']],
    ['statuss:slegts', ['status', 'closed']],
    ['felelős:én', ['assignee', 'me']],
    ['atbildigais:es', ['assignee', 'me']],
    ['felelős:nincs', ['assignee', 'none']],
    ['csapat:csapataim', ['team', 'my_teams']],
    ['komanda:manas', ['team', 'my_teams']],
    ['prioritás:sürgős', ['priority', 'urgent']],
    ['valoda:latviešu', ['language', 'lv']],
    ['van:melléklet', ['has', 'attachment']],
    ['ir:nelasīts', ['has', 'unread']],
    ['címke:akció', ['tag', 'akció']],
  ])('%s is understood', (typed, expected) => expect(terms(typed)).toEqual([expected]));

  test.each(['https://kalauz.test', '10:30', 're:', 'Re: számla', 'error:42'])(
    '%s is no condition',
    (typed) => {
      expect(read(typed)).toMatchObject({ words: typed, terms: [], problems: [] });
    },
  );

  test('is told of part by part where it cannot be understood', () => {
    expect(problems('status:opne')).toEqual([['unknown_value', 'status:opne']]);
    expect(read('status:opne').problems[0]?.near).toEqual(['open']);
    expect(problems('status:')).toEqual([['no_value', 'status:']]);
    expect(problems('before:soon')).toEqual([['no_days', 'before:soon']]);
    expect(read('statsu:open')).toMatchObject({
      words: 'statsu:open',
      problems: [{ code: 'unknown_key', near: ['status'] }],
    });
    expect(problems(Array.from({ length: 13 }, (_, each) => `tag:t${each}`).join(' '))).toEqual([
      ['too_many', 'tag:t12'],
    ]);
  });

  test('leaves the last word open only while it is being typed', () => {
    expect(read('status:open kett').words).toBe('kett');
    expect(read('kettle status:open').words).toBe('kettle ');
  });
});
