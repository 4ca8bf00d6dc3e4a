import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newConnection, type Source } from '@/features/live/connection';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Opened = Source & { url: string; closed: boolean; say: (event: string, data?: string) => void };

function page() {
  const opened: Opened[] = [];
  const connection = newConnection({
    workspace: 'demo',
    random: () => 1,
    open(url) {
      const target = new EventTarget();
      const source: Opened = {
        url,
        closed: false,
        addEventListener: target.addEventListener.bind(target) as Source['addEventListener'],
        close() {
          source.closed = true;
        },
        say: (event, data = '') => {
          if (!source.closed) target.dispatchEvent(new MessageEvent(event, { data }));
        },
      };
      opened.push(source);
      return source;
    },
  });
  const last = () => opened.at(-1) as Opened;
  const subscribe = (topics: string[], since = 1) => {
    const hear = vi.fn();
    return { hear, leave: connection.subscribe({ topics, since, hear }) };
  };
  const settle = () => vi.advanceTimersByTime(1);
  return { connection, opened, last, subscribe, settle };
}

describe('the stream of a page', () => {
  test('is one, whoever subscribes, and asks from the oldest part of the page', () => {
    const { opened, subscribe, last, settle } = page();
    subscribe(['tickets'], 2_000);
    subscribe(['ticket:1', 'tickets'], 1_000);
    settle();
    expect(opened).toHaveLength(1);
    expect(last().url).toBe('/api/live?workspace=demo&since=1000&topic=ticket%3A1&topic=tickets');
  });

  test('tells of a change only those who want its topic', () => {
    const { subscribe, last, settle } = page();
    const [list, ticket] = [subscribe(['tickets']), subscribe(['ticket:1'])];
    settle();
    last().say('ready');
    last().say('change', 'tickets');
    expect([list.hear.mock.calls.length, ticket.hear.mock.calls.length]).toEqual([1, 0]);
  });

  test('is changed for another without a gap when other topics are wanted', () => {
    const { opened, subscribe, last, settle, connection } = page();
    const list = subscribe(['tickets']);
    settle();
    const first = last();
    first.say('ready');
    const ticket = subscribe(['ticket:1']);
    settle();
    expect(opened).toHaveLength(2);
    expect(first.closed).toBe(false);
    last().say('ready');
    expect(first.closed).toBe(true);
    expect(connection.state()).toBe('open');
    expect([list.hear.mock.calls.length, ticket.hear.mock.calls.length]).toEqual([0, 0]);
  });

  test('stays as it is when a page is left and the next one wants the same', () => {
    const { opened, subscribe, last, settle } = page();
    const before = subscribe(['tickets']);
    settle();
    last().say('ready');
    before.leave();
    subscribe(['tickets']);
    settle();
    expect(opened).toHaveLength(1);
    expect(last().closed).toBe(false);
  });
});

describe('after a loss', () => {
  test('it connects again with growing pauses, and then everybody fetches what they may have missed', () => {
    const { opened, subscribe, last, settle, connection } = page();
    const list = subscribe(['tickets']);
    settle();
    last().say('ready');
    last().say('error');
    expect(connection.state()).toBe('lost');
    vi.advanceTimersByTime(999);
    expect(opened).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(opened).toHaveLength(2);
    last().say('error');
    vi.advanceTimersByTime(1_999);
    expect(opened).toHaveLength(2);
    vi.advanceTimersByTime(1);
    last().say('ready');
    expect(connection.state()).toBe('open');
    expect(list.hear).toHaveBeenCalledOnce();
  });

  test('a database that was away at the server is told of by the stream itself', () => {
    const { subscribe, last, settle } = page();
    const list = subscribe(['tickets']);
    settle();
    last().say('ready');
    last().say('missed');
    expect(list.hear).toHaveBeenCalledOnce();
  });

  test('the network that comes back is used at once', () => {
    const { opened, subscribe, last, settle, connection } = page();
    const list = subscribe(['tickets']);
    settle();
    last().say('ready');
    connection.unplug();
    expect(last().closed).toBe(true);
    expect(connection.state()).toBe('lost');
    connection.wake();
    settle();
    expect(opened).toHaveLength(2);
    last().say('ready');
    expect(list.hear).toHaveBeenCalledOnce();
  });

  test('a stream that is still on its way is given up when the network goes', () => {
    const { subscribe, last, settle, connection } = page();
    subscribe(['tickets']);
    settle();
    connection.unplug();
    last().say('ready');
    expect(last().closed).toBe(true);
    expect(connection.state()).toBe('lost');
  });

  test('a session that has ended is not tried again', () => {
    const { opened, subscribe, last, settle, connection } = page();
    subscribe(['tickets']);
    settle();
    last().say('ready');
    last().say('gone');
    connection.wake();
    vi.advanceTimersByTime(120_000);
    expect(connection.state()).toBe('gone');
    expect(opened).toHaveLength(1);
  });
});

test('a tab that nobody looks at lets go of its stream, and catches up when it is looked at', () => {
  const { opened, subscribe, last, settle, connection } = page();
  const list = subscribe(['tickets']);
  settle();
  last().say('ready');
  connection.rest();
  expect(last().closed).toBe(true);
  vi.advanceTimersByTime(120_000);
  expect(opened).toHaveLength(1);
  connection.wake();
  settle();
  last().say('ready');
  expect(list.hear).toHaveBeenCalledOnce();
});
