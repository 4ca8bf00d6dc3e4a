import { expect, it } from 'vitest';
import { suspicionsOf } from '@/domain/form/suspicion';

const usual = {
  name: 'Anna',
  subject: 'Kettle',
  message: 'It leaks. See https://x.example',
  trap: '',
  seconds: 40,
};

it.each([
  [{}, []],
  [{ seconds: 2.9 }, ['too_fast']],
  [{ trap: 'http://spam' }, ['honeypot']],
  [{ message: 'http://a http://b www.c https://d https://e' }, ['links']],
  [{ name: 'Win https://x' }, ['links']],
  [{ message: '[url=x]y[/url]' }, ['markup']],
  [{ message: '<a href="x">y</a>' }, ['markup']],
  [{ name: 'qwerty', subject: 'qwerty', message: 'qwerty' }, ['same_words']],
  [{ seconds: 0, trap: 'x' }, ['honeypot', 'too_fast']],
] as const)('%j is suspected of %j', (over, expected) => {
  expect(suspicionsOf({ ...usual, ...over })).toEqual(expected);
});
