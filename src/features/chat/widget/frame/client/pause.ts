import type { Chat, World } from './chat';

const FIRST_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 30_000;

/** Milliseconds before the next try: from 1 s, doubled each time, up to 30 s, spread so that not all come at once. */
export function pauseBefore(tries: number, { random }: World): number {
  const longest = Math.min(FIRST_MILLISECONDS * 2 ** Math.min(tries, 10), LONGEST_MILLISECONDS);
  return longest * (0.5 + random() / 2);
}

/** Waits, until the time is over or somebody wakes the stream. */
export function pause(chat: Chat, milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const stop = chat.world.later(milliseconds, done);
    chat.wakeStream = () => {
      stop();
      done();
    };
  });
}
