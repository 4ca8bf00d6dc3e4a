import { describe, expect, it } from 'vitest';
import { bareSubject, subjectNumberOf, subjectOfAnswer } from '@/domain/intake/subject';

describe('the bare subject', () => {
  it.each([
    ['Re: Broken kettle', 'Broken kettle'],
    ['RE: Re[2]: AW: Broken kettle', 'Broken kettle'],
    ['Vá: Törött kanna', 'Törött kanna'],
    ['Továbbítás: VÁ: Törött kanna [#1042]', 'Törött kanna'],
    ['Atb: Pārs: Salauzta tējkanna', 'Salauzta tējkanna'],
    ['Fwd: Re: [#7] Broken kettle', 'Broken kettle'],
    ['Regarding: my kettle', 'Regarding: my kettle'],
    ['', ''],
    ['Re:', ''],
  ])('of %j is %j', (subject, bare) => {
    expect(bareSubject(subject)).toBe(bare);
  });
});

describe('the number in a subject', () => {
  it('is read as we write it', () => {
    expect(subjectOfAnswer(1042, 'AW: Broken kettle')).toBe('Re: Broken kettle [#1042]');
    expect(subjectNumberOf(subjectOfAnswer(1042, 'x'))).toBe(1042);
  });

  it('is not read out of other figures', () => {
    expect(subjectNumberOf('Order #1042')).toBeNull();
    expect(subjectNumberOf('[#12345678901234567890]')).toBeNull();
  });
});
