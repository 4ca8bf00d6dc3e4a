import { expect, test } from 'vitest';
import { newSubscribers } from '@/server/live/subscribers';

test('only those who asked for a topic hear it, and only until they leave', () => {
  const subscribers = newSubscribers();
  const heard: string[] = [];
  const leave = subscribers.add(['w/tickets'], (topic) => heard.push(`one ${topic}`));
  subscribers.add(['w/tickets', 'w/mail'], (topic) => heard.push(`two ${topic}`));
  subscribers.tell('w/tickets');
  leave();
  subscribers.tell('w/tickets');
  subscribers.tell('w/mail');
  subscribers.tell('other/tickets');
  expect(heard).toEqual(['one w/tickets', 'two w/tickets', 'two w/tickets', 'two w/mail']);
});

test('after a gap everybody is told once, however many topics they hear', () => {
  const subscribers = newSubscribers();
  const heard: (string | null)[] = [];
  subscribers.add(['a', 'b', 'c'], (topic) => heard.push(topic));
  subscribers.tellAll();
  expect(heard).toEqual([null]);
});

test('what was said is remembered for two minutes; of what is longer ago, anything may have been said', () => {
  const start = 1_000_000;
  let at = start;
  const subscribers = newSubscribers(() => at);
  subscribers.tell('a');
  expect(subscribers.saidSince('a', start)).toBe(true);
  expect(subscribers.saidSince('a', start + 1)).toBe(false);
  expect(subscribers.saidSince('b', start)).toBe(false);
  at += 120_001;
  subscribers.tell('b');
  expect(subscribers.saidSince('a', start + 1)).toBe(false);
  expect(subscribers.saidSince('b', start + 1)).toBe(true);
  expect(subscribers.saidSince('c', start)).toBe(true);
});

test('a hearer who leaves while being told disturbs nobody', () => {
  const subscribers = newSubscribers();
  const heard: string[] = [];
  const leave = subscribers.add(['a'], () => {
    heard.push('first');
    leave();
  });
  subscribers.add(['a'], () => heard.push('second'));
  subscribers.tell('a');
  subscribers.tell('a');
  expect(heard).toEqual(['first', 'second', 'second']);
});
