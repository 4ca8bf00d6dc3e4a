import { describe, expect, it } from 'vitest';
import type { FieldDefinition } from '@/domain/field/field';
import { type FormItem, usualItems } from '@/domain/form/form';
import { readForm } from '@/domain/form/read';

const base = { fieldId: null, required: false, labels: {}, link: null, value: '', shownWhen: [] } as const;
const options = ['shop', 'web'].map((key) => ({ key, names: { en: key }, archived: false }));
const field = (id: string, over: Partial<FieldDefinition> = {}): FieldDefinition => ({
  id,
  entity: 'ticket',
  key: id,
  kind: 'text',
  names: { en: id },
  descriptions: {},
  options: [],
  pattern: null,
  requirement: 'never',
  customerAccess: 'edit',
  shownWhen: [],
  archived: false,
  ...over,
});
const definitions = [
  field('place', { kind: 'choice', options }),
  field('receipt', { kind: 'pattern', pattern: 'R\\d+', shownWhen: [{ field: 'place', anyOf: ['shop'] }] }),
  field('inner', { customerAccess: 'none' }),
];
const items: FormItem[] = [
  ...usualItems(),
  ...['place', 'receipt', 'inner'].map((id) => ({
    ...base,
    key: id,
    kind: 'field' as const,
    fieldId: id,
    required: id === 'receipt',
  })),
  { ...base, key: 'terms', kind: 'consent', required: true },
  { ...base, key: 'source', kind: 'hidden', value: 'shop' },
];
const read = (typed: Record<string, string | string[]>) =>
  readForm(
    { items, definitions, type: 'question', locale: 'hu' },
    Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value].flat()])),
  );
const fine = { email: ' Anna@X.example ', message: 'Hello\r\nthere', terms: 'true' };

describe('what somebody typed into a form', () => {
  it('is read into a submission', () => {
    expect(read({ ...fine, name: 'Anna', place: 'shop', receipt: 'R12', source: 'ad' })).toEqual({
      wrong: {},
      takesFiles: true,
      submission: {
        locale: 'hu',
        name: 'Anna',
        email: 'anna@x.example',
        subject: '',
        message: 'Hello\nthere',
        values: { place: 'shop', receipt: 'R12' },
        hidden: { source: 'ad' },
        cc: [],
        consents: ['terms'],
      },
    });
  });

  it.each([
    [{}, { email: 'missing', message: 'missing', terms: 'missing' }],
    [{ ...fine, email: 'nobody' }, { email: 'wrong' }],
    [{ ...fine, email: 'a@b@c.d' }, { email: 'wrong' }],
    [{ ...fine, email: 'a@b.c\nBcc: x@y.z' }, { email: 'wrong' }],
    [{ ...fine, subject: 'x'.repeat(201) }, { subject: 'too_long' }],
    [{ ...fine, place: 'moon' }, { place: 'wrong' }],
    [{ ...fine, place: 'shop' }, { receipt: 'missing' }],
    [{ ...fine, place: 'shop', receipt: 'x' }, { receipt: 'no_match' }],
    [{ ...fine, place: 'web', receipt: 'x' }, {}],
    [{ ...fine, receipt: 'x' }, {}],
  ] as const)('%j is wrong as %j', (typed, wrong) => {
    expect(read(typed as never).wrong).toEqual(wrong);
  });

  it('never fills in what only agents may see, nor what is not shown', () => {
    expect(read({ ...fine, inner: 'x', receipt: 'R1', place: 'web' }).submission.values).toEqual({
      place: 'web',
    });
  });

  it('leaves out what the form shows by a condition that is not met, and asks for it where it is', () => {
    const fromShop = [{ field: 'place', anyOf: ['shop'] }];
    const hanging = items.map((item) =>
      ['name', 'subject', 'files', 'terms'].includes(item.key)
        ? { ...item, required: item.key !== 'files', shownWhen: fromShop }
        : item,
    );
    const asked = { items: hanging, definitions, type: 'question', locale: 'en' } as const;
    const typed = { email: ['a@b.test'], message: ['x'], name: ['Anna'], subject: ['S'], terms: ['true'] };
    const hidden = readForm(asked, { ...typed, place: ['web'] });
    expect(hidden).toMatchObject({ wrong: {}, takesFiles: false });
    expect(hidden.submission).toMatchObject({ name: '', subject: '', consents: [] });
    const shown = readForm(asked, { email: ['a@b.test'], message: ['x'], place: ['shop'] });
    expect(shown.wrong).toEqual({
      name: 'missing',
      subject: 'missing',
      terms: 'missing',
      receipt: 'missing',
    });
    expect(shown.takesFiles).toBe(true);
  });

  it('survives whatever bytes come', () => {
    let seed = 11;
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed;
    };
    for (let round = 0; round < 200; round++) {
      const typed = Object.fromEntries(
        [...items.map(({ key }) => key), '__proto__', 'constructor'].map((key) => [
          key,
          Array.from({ length: next() % 3 }, () =>
            String.fromCharCode(...Array.from({ length: next() % 20 }, () => next() % 0xffff)),
          ),
        ]),
      );
      const { submission } = readForm({ items, definitions, type: 'question', locale: 'en' }, typed);
      expect(JSON.stringify(submission)).not.toContain('\\u0000');
    }
  });
});
