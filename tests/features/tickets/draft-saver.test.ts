import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DraftWords, newDraftSaver, type SavingState } from '@/features/tickets/draft-saver';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const words = (html: string): DraftWords => ({
  html,
  to: [],
  cc: [],
  bcc: [],
  attachmentIds: [],
  promise: null,
});

function given() {
  const sent: string[] = [];
  const states: SavingState[] = [];
  const server = { answer: async (): Promise<boolean> => true };
  const device: { copy: string | null } = { copy: null };
  const saver = newDraftSaver({
    put: async ({ html }) => {
      sent.push(html);
      return server.answer();
    },
    local: {
      write: ({ html }) => {
        device.copy = html;
      },
      clear: () => {
        device.copy = null;
      },
    },
    onState: (state) => {
      states.push(state);
    },
  });
  return { saver, sent, states, server, device };
}

test('what is typed is on the device at once and with the server half a second after the last letter', async () => {
  const { saver, sent, states, device } = given();
  for (const html of ['D', 'De', 'Dea']) {
    saver.change(words(html));
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(device.copy).toBe('Dea');
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toEqual(['Dea']);
  expect(states.at(-1)).toBe('saved');
  expect(device.copy).toBeNull();
});

test('while one saving is on its way no other starts, and the newest words follow it', async () => {
  const { saver, sent, server, device } = given();
  let arrive: (taken: boolean) => void = () => undefined;
  server.answer = () => new Promise<boolean>((done) => (arrive = done));
  saver.change(words('one'));
  await vi.advanceTimersByTimeAsync(500);
  saver.change(words('two'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual(['one']);
  arrive(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual(['one', 'two']);
  expect(device.copy).toBe('two');
});

test.each([
  ['refuses', async () => false],
  ['cannot be reached', () => Promise.reject(new Error('network'))],
])('when the server %s, the words stay on the device and are sent again', async (_, answer) => {
  const { saver, sent, states, server, device } = given();
  server.answer = answer as () => Promise<boolean>;
  saver.change(words('one'));
  await vi.advanceTimersByTimeAsync(500);
  expect(states.at(-1)).toBe('kept');
  expect(device.copy).toBe('one');
  server.answer = async () => true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toEqual(['one', 'one']);
  expect(states.at(-1)).toBe('saved');
  expect(device.copy).toBeNull();
});

test('after a long time without a network it is still tried, every half minute', async () => {
  const { saver, sent, server } = given();
  server.answer = async () => false;
  saver.change(words('one'));
  await vi.advanceTimersByTimeAsync(300_000);
  const before = sent.length;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent.length).toBe(before + 1);
});

test('what is being sent is not saved afterwards, so that no draft comes back from the dead', async () => {
  const { saver, sent, server, device } = given();
  let arrive: (taken: boolean) => void = () => undefined;
  server.answer = () => new Promise<boolean>((done) => (arrive = done));
  saver.change(words('one'));
  await vi.advanceTimersByTimeAsync(500);
  saver.change(words('two'));
  const rested = saver.rest();
  arrive(false);
  await rested;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(['one']);
  expect(device.copy).toBe('two');
  saver.forget();
  expect(device.copy).toBeNull();
});

test('asked to save now it does not wait', async () => {
  const { saver, sent } = given();
  saver.change(words('one'));
  await saver.save();
  expect(sent).toEqual(['one']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual(['one']);
});
