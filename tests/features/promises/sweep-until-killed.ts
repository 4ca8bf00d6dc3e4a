import { sweepPromises } from '@/features/promises/commands/sweep-promises';
import { database } from '@/server/db/client';

/** A worker that sweeps promises and stops at the n-th id that it makes, to be killed there: `<instant> <n>`. */
const [instant = '', middle] = process.argv.slice(2);
let count = 0;

const newId = () => {
  count++;
  if (count >= Number(middle)) {
    process.stdout.write('in the middle\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  }
  return crypto.randomUUID();
};

await sweepPromises({ db: database(), newId }, new Date(instant));
// Whoever waits for the middle learns that it was never reached.
process.exit(1);
