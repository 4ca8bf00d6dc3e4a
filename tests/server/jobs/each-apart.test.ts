import { expect, test } from 'vitest';
import { eachApart } from '@/server/jobs/each-apart';

test('one that fails keeps no other from its turn, and the rest stays in order', async () => {
  const tried: string[] = [];
  const done = await eachApart('a sweep', [{ id: 'a' }, { id: 'b' }, { id: 'c' }], ({ id }) => {
    tried.push(id);
    return id === 'a' ? Promise.reject(new Error('broken')) : Promise.resolve(id.toUpperCase());
  });
  expect(tried).toEqual(['a', 'b', 'c']);
  expect(done).toEqual(['B', 'C']);
});

test('what fails before it has begun to wait is one of them as well', async () => {
  const done = await eachApart('a sweep', [{ id: 'a' }, { id: 'b' }], ({ id }) => {
    if (id === 'a') throw new Error('broken');
    return Promise.resolve(id);
  });
  expect(done).toEqual(['b']);
});
