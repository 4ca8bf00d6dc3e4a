import { expect, test } from 'vitest';
import { rangedResponse } from '@/server/storage/ranged-response';

const bytes = new Uint8Array(Array.from({ length: 100 }, (_, i) => i));
const file = { name: 'call.mp3', type: 'audio/mpeg', size: 100, sha256: 'abc' };
const ask = async (range: string | null, type = 'audio/mpeg') => {
  const answer = rangedResponse({ ...file, type }, bytes, range);
  const body = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, first: body[0], length: body.byteLength };
};

test('without a range the whole file comes, and says that ranges are possible', async () => {
  const { status, headers, length } = await ask(null);
  expect([status, length, headers.get('accept-ranges')]).toEqual([200, 100, 'bytes']);
});

test.each([
  ['bytes=10-19', 10, 10, 'bytes 10-19/100'],
  ['bytes=90-', 90, 10, 'bytes 90-99/100'],
  ['bytes=-5', 95, 5, 'bytes 95-99/100'],
  ['bytes=95-1000', 95, 5, 'bytes 95-99/100'],
  ['bytes=-1000', 0, 100, 'bytes 0-99/100'],
])('%s is one part of it (RFC 9110 §14)', async (range, first, length, told) => {
  const answer = await ask(range);
  expect(answer).toMatchObject({ status: 206, first, length });
  expect(answer.headers.get('content-range')).toBe(told);
});

test.each(['bytes=100-', 'bytes=-0'])('%s lies outside', async (range) => {
  const answer = await ask(range);
  expect(answer.status).toBe(416);
  expect(answer.headers.get('content-range')).toBe('bytes */100');
});

test.each(['bytes=0-1,4-5', 'lines=1-2', 'bytes=9-1', 'nonsense'])(
  '“%s” is answered with the whole',
  async (range) => {
    expect(await ask(range)).toMatchObject({ status: 200, length: 100 });
  },
);

test('only sound is played in place; nothing is kept by the browser', async () => {
  expect((await ask(null, 'text/html')).headers.get('content-type')).toBe('application/octet-stream');
  expect((await ask(null, 'text/html')).headers.get('content-disposition')).toBe('attachment');
  expect((await ask(null)).headers.get('cache-control')).toContain('no-store');
});
