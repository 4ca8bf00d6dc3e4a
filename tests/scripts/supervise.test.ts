import { expect, it } from 'vitest';
import { supervise } from '../../scripts/launcher/supervise.mjs';

/** A program that ends when it is told to, and how often it was started. */
function program() {
  const runs: { end: (how: string) => void; stopped: boolean }[] = [];
  const start = async () => {
    const run = { end: (_how: string) => {}, stopped: false };
    const exited = new Promise<string>((done) => {
      run.end = done;
    });
    runs.push(run);
    const stop = async () => {
      run.stopped = true;
      run.end('SIGTERM');
    };
    return { exited, stop, lastWords: () => 'last words' };
  };
  return { runs, start };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 10));
}

it('a program that ends by itself is started again', async () => {
  const { runs, start } = program();
  const keeper = await supervise('worker', start, () => {});
  runs[0]?.end('SIGKILL');
  await until(() => runs.length === 2);
  await keeper.stop();
  expect(runs.map((run) => run.stopped)).toEqual([false, true]);
});

it('a program that is stopped is not started again', async () => {
  const { runs, start } = program();
  const keeper = await supervise('worker', start, () => {});
  await keeper.stop();
  await new Promise((done) => setTimeout(done, 700));
  expect(runs).toHaveLength(1);
});

it('a program that never gets up is given up on, with its last words', async () => {
  const { runs, start } = program();
  let said: string | undefined;
  await supervise('worker', start, (_name: string, words: string) => {
    said = words;
  });
  for (const count of [1, 2, 3]) {
    await until(() => runs.length === count);
    runs[count - 1]?.end('exit code 1');
  }
  await until(() => said !== undefined);
  expect(said).toBe('last words');
});

it('a program that has been up once is never given up on', async () => {
  const { runs, start } = program();
  let givenUp = false;
  const keeper = await supervise('database', start, () => {
    givenUp = true;
  });
  keeper.settled();
  for (const count of [1, 2, 3]) {
    await until(() => runs.length === count);
    runs[count - 1]?.end('SIGKILL');
  }
  await until(() => runs.length === 4);
  expect(givenUp).toBe(false);
  await keeper.stop();
});
