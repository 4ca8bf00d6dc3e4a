import { expect, test } from 'vitest';
import { factsAbout, HISTORY_TOPICS } from '@/domain/ticket/history-topic';

test('each fact is told under one topic, and all of them without any', () => {
  const each = HISTORY_TOPICS.flatMap((topic) => factsAbout(topic));
  expect(new Set(each).size).toBe(each.length);
  expect(factsAbout(null)).toEqual(each);
  expect(factsAbout('tags')).toEqual(['ticket.tagged', 'ticket.untagged']);
});
