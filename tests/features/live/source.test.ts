import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Source } from '@/features/live/connection';
import { newSources } from '@/features/live/source';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const URL = '/api/live?workspace=demo&since=1000&topic=tickets';

function world(answer: (url: string) => string | null = () => '') {
  const streams: (EventTarget & { closed: boolean })[] = [];
  const asked: string[] = [];
  const open = newSources({
    now: Date.now,
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    stream: () => {
      const stream = Object.assign(new EventTarget(), { closed: false, close: () => undefined });
      stream.close = () => {
        stream.closed = true;
      };
      streams.push(stream);
      return stream as unknown as Source;
    },
    fetch: async (url, signal) => {
      asked.push(url);
      await new Promise((done) => setTimeout(done, 1_000));
      if (signal.aborted) throw new Error('aborted');
      const text = answer(url);
      return { ok: text !== null, text: async () => text ?? '' };
    },
  });
  const heard: string[] = [];
  const listenTo = (url = URL) => {
    const source = open(url);
    for (const event of ['ready', 'change', 'missed', 'error'])
      source.addEventListener(event, (message) =>
        heard.push(`${event} ${(message as MessageEvent).data ?? ''}`.trim()),
      );
    return source;
  };
  return { streams, asked, heard, listenTo };
}

const NEWS =
  ':   \nretry: 2000\n\nevent: ready\ndata: \n\nevent: change\ndata: tickets\n\nevent: until\ndata: 2000.a1\n\n';

test('a stream that comes through is kept', async () => {
  const { streams, asked, heard, listenTo } = world();
  listenTo();
  streams[0]?.dispatchEvent(new MessageEvent('ready'));
  await vi.advanceTimersByTimeAsync(60_000);
  streams[0]?.dispatchEvent(new MessageEvent('change', { data: 'tickets' }));
  expect(heard).toEqual(['ready', 'change tickets']);
  expect(asked).toEqual([]);
});

test('one that is held back becomes answers in turns, each from where the last one ended; later a stream is tried again', async () => {
  const { streams, asked, heard, listenTo } = world(() => NEWS);
  const source = listenTo();
  await vi.advanceTimersByTimeAsync(7_010);
  expect(streams[0]?.closed).toBe(true);
  expect(heard).toEqual(['ready', 'change tickets']);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(heard).toEqual(['ready', 'change tickets', 'change tickets']);
  expect(asked.slice(0, 2)).toEqual([
    `${URL}&turn=1`,
    '/api/live?workspace=demo&since=2000.a1&topic=tickets&turn=1',
  ]);
  source.close();
  const before = asked.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.length).toBeLessThanOrEqual(before + 1);

  listenTo();
  expect(streams).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  listenTo();
  expect(streams).toHaveLength(2);
});

test('no way to the server is an error', async () => {
  const lost = world(() => null);
  lost.listenTo();
  await vi.advanceTimersByTimeAsync(7_010);
  expect(lost.heard).toEqual(['error']);
});
