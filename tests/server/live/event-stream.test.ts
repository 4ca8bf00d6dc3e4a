import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eventStream } from '@/server/live/event-stream';
import { endStreams } from '@/server/live/open-streams';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function opened(
  stillWelcome: () => Promise<boolean> = async () => true,
  inTurns = false,
  until?: () => string,
) {
  const gone = new AbortController();
  const stop = vi.fn();
  let send: (event: string, data: string) => void = () => undefined;
  const response = eventStream({
    signal: gone.signal,
    start: (sender) => {
      send = sender;
      return stop;
    },
    stillWelcome,
    inTurns,
    ...(until && { until }),
  });
  return { response, gone, stop, send: (event: string, data: string) => send(event, data) };
}

describe('a live stream', () => {
  test('may not be compressed, kept or held back on its way', () => {
    const { response, gone } = opened();
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    gone.abort();
  });

  test('says how soon to try again, that it is ready, what changed, and beats in between', async () => {
    const { response, send } = opened();
    send('change', 'tickets');
    await vi.advanceTimersByTimeAsync(15_000);
    endStreams();
    const text = await response.text();
    expect(text).toMatch(/^: {1024,}\n/);
    expect(text.replace(/^: +\n/, '')).toBe(
      'retry: 2000\n\nevent: ready\ndata: \n\nevent: change\ndata: tickets\n\n: beat\n\n',
    );
  });

  test('ends when the server stops', async () => {
    const { response, stop } = opened();
    endStreams();
    await response.text();
    expect(stop).toHaveBeenCalledOnce();
  });

  test('ends within a minute when its reader is no longer welcome', async () => {
    let welcome = true;
    const { response, stop } = opened(async () => welcome);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stop).not.toHaveBeenCalled();
    welcome = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(stop).toHaveBeenCalledOnce();
    expect(await response.text()).toMatch(/event: gone\ndata: \n\n$/);
  });

  test('outlives a database that cannot be asked for a moment', async () => {
    const { gone, stop } = opened(async () => {
      throw new Error('connection refused');
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stop).not.toHaveBeenCalled();
    gone.abort();
  });

  test('stops listening when its reader goes, and bears being told afterwards', async () => {
    const { response, stop, send } = opened();
    await response.body?.cancel();
    send('change', 'tickets');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stop).toHaveBeenCalledOnce();
  });
});

describe('an answer in turns, for readers behind something that holds streams back', () => {
  const opening = 'retry: 2000\n\nevent: ready\ndata: \n\n';

  test('ends a moment after the first news, with what came in that moment', async () => {
    const { response, send, stop } = opened(undefined, true);
    await vi.advanceTimersByTimeAsync(1_000);
    send('change', 'tickets');
    send('change', 'views');
    await vi.advanceTimersByTimeAsync(150);
    expect(stop).toHaveBeenCalledOnce();
    send('change', 'too late');
    expect((await response.text()).replace(/^: +\n/, '')).toBe(
      `${opening}event: change\ndata: tickets\n\nevent: change\ndata: views\n\n`,
    );
  });

  test('says at its end from where the next one goes on', async () => {
    const { response } = opened(undefined, true, () => '2000.a1');
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await response.text()).replace(/^: +\n/, '')).toBe(`${opening}event: until\ndata: 2000.a1\n\n`);
  });

  test('ends after five seconds without news; how things stand is none', async () => {
    const { response, send, stop } = opened(undefined, true);
    send('session', '{}');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(stop).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(stop).toHaveBeenCalledOnce();
    expect(await response.text()).toContain('event: session');
  });
});
