import { describe, expect, it } from 'vitest';
import { portionsOf, type Waiting } from '@/features/intake/portions';

const mail = (id: string, over: Partial<Waiting> = {}): Waiting => ({
  workspaceId: 'w',
  id,
  size: 1000,
  attempts: 0,
  ...over,
});
const ids = (portions: Waiting[][]) => portions.map((portion) => portion.map(({ id }) => id).join(''));

describe('portions of a batch', () => {
  it('hold small mails together, sixteen at most', () => {
    const many = Array.from({ length: 20 }, (_, i) => mail(String.fromCharCode(97 + i)));
    expect(ids(portionsOf(many))).toEqual(['abcdefghijklmnop', 'qrst']);
  });

  it('hold no more bytes than fit into memory', () => {
    const large = 30 * 1024 * 1024;
    expect(ids(portionsOf([mail('a', { size: large }), mail('b', { size: large }), mail('c')]))).toEqual([
      'a',
      'bc',
    ]);
  });

  it('hold a mail alone that was begun before, since it may be what ended the process', () => {
    const batch = [mail('a'), mail('b', { attempts: 1 }), mail('c'), mail('d')];
    expect(ids(portionsOf(batch))).toEqual(['a', 'b', 'cd']);
  });
});
