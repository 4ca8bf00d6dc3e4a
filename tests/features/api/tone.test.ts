import { expect, test } from 'vitest';
import { apiWorld } from './calls';

const phrase = { language: 'lv', kind: 'negative', phrase: 'nav problēmu' };

test('the dictionary of the tone helper is read page by page, added to, taken from and taken back', async () => {
  const { call } = await apiWorld();
  const saved = await call('/tone/phrases', {
    method: 'POST',
    body: { ...phrase, alternatives: ['labprāt'] },
  });
  expect(saved.status).toBe(204);
  const first = await call('/tone/phrases?language=lv&kind=negative&limit=200');
  expect(first.json.data.at(-1)).toEqual({ ...phrase, alternatives: ['labprāt'], source: 'own' });
  const half = await call('/tone/phrases?language=lv&kind=negative&limit=10');
  const next = await call(`/tone/phrases?language=lv&kind=negative&limit=10&cursor=${half.json.nextCursor}`);
  expect([...half.json.data, ...next.json.data]).toEqual(first.json.data.slice(0, 20));

  const shipped = { ...phrase, phrase: 'diemžēl' };
  expect((await call('/tone/phrases/remove', { method: 'POST', body: shipped })).status).toBe(204);
  const sourceOf = async () =>
    (await call('/tone/phrases?language=lv&limit=200')).json.data.find(
      (each: { phrase: string }) => each.phrase === 'diemžēl',
    ).source;
  expect(await sourceOf()).toBe('removed');
  expect((await call('/tone/phrases/restore', { method: 'POST', body: shipped })).status).toBe(204);
  expect(await sourceOf()).toBe('shipped');
  expect((await call('/tone/phrases/restore', { method: 'POST', body: shipped })).status).toBe(404);
});

test('what the helper looks for is read and changed, and a text is looked at', async () => {
  const { call } = await apiWorld();
  expect((await call('/tone/settings')).json).toEqual({ off: [], longestSentence: 25 });
  const body = { off: ['shouting'] };
  expect((await call('/tone/settings', { method: 'PATCH', body })).json).toEqual({
    off: ['shouting'],
    longestSentence: 25,
  });
  const text = 'Kedves Anna! Sajnos a fedél csak pénteken érkezik meg!!';
  const looked = await call('/tone/check', { method: 'POST', body: { language: 'hu', text } });
  expect(looked.json.findings).toEqual([
    { rule: 'negative', start: 13, end: 19, quote: 'Sajnos', alternatives: ['jelenleg', 'amit megtehetünk'] },
  ]);
});

test('a phrase without a letter, and a rule that is not there, are refused', async () => {
  const { call } = await apiWorld();
  const body = { ...phrase, phrase: ' * ', alternatives: [] };
  const refused = await call('/tone/phrases', { method: 'POST', body });
  expect([refused.status, refused.json.code]).toEqual([422, 'input.invalid']);
  const unknown = await call('/tone/settings', { method: 'PATCH', body: { off: ['grammar'] } });
  expect(unknown.status).toBe(422);
});
