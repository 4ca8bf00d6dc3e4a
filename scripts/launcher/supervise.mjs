import { setTimeout as pause } from 'node:timers/promises';
import { complain, say } from '../process/progress.mjs';

const LONGEST_WAIT = 10_000;
const STEADY = 5_000;
const TRIES_AT_START = 3;

/**
 * Keeps `name` running: starts it with `start()` (resolves with `{ exited, stop, lastWords }`), and again whenever it ends by
 * itself, with growing pauses. Resolves when it runs for the first time; `stop()` ends it for good.
 * `onHopeless` is called when it ended three times in a row before `settled()` was called.
 */
export async function supervise(name, start, onHopeless) {
  const state = { stopping: false, current: await start(), failures: 0, settled: false, since: Date.now() };
  watch(state, { name, start, onHopeless }).catch((error) => onHopeless(name, String(error)));
  return {
    settled: () => {
      state.settled = true;
    },
    stop: async () => {
      state.stopping = true;
      await state.current.stop();
    },
  };
}

async function watch(state, { name, start, onHopeless }) {
  for (;;) {
    const how = await state.current.exited;
    if (state.stopping) return;
    state.failures = Date.now() - state.since > STEADY ? 1 : state.failures + 1;
    if (isHopeless(state)) return onHopeless(name, state.current.lastWords?.());
    await restart(state, { name, start, how });
  }
}

const isHopeless = ({ settled, failures }) => !settled && failures >= TRIES_AT_START;

async function restart(state, { name, start, how }) {
  const wait = Math.min(LONGEST_WAIT, 500 * 2 ** (state.failures - 1));
  complain(`  The ${name} ended (${how}); it starts again in ${wait / 1000} s.`);
  await pause(wait);
  while (!state.stopping) {
    try {
      state.since = Date.now();
      state.current = await start();
      if (state.stopping) await state.current.stop();
      else say(`  The ${name} runs again.`);
      return;
    } catch (error) {
      complain(`  The ${name} did not start: ${error instanceof Error ? error.message : error}`);
      await pause(LONGEST_WAIT / 5);
    }
  }
}
