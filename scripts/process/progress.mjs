/** Words for the person at the terminal. Runs on Node 20 with nothing installed. */

const TICK = 1_000;
const REMINDER = 15_000;

/** Prints one line. */
export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** Prints one line where mistakes go. */
export function complain(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Says that `what` has begun, shows at a terminal how long it has taken (elsewhere a line now and then), and says when it is
 * done. Returns what `work` returns; a failure is passed on.
 */
export async function step(what, work) {
  const began = Date.now();
  const live = process.stdout.isTTY === true;
  if (!live) say(`  … ${what}`);
  const timer = setInterval(() => remind(what, began, live), live ? TICK : REMINDER);
  if (live) draw(`  … ${what}`);
  try {
    const value = await work();
    finish(live, `  ✓ ${what} (${seconds(began)})`);
    return value;
  } catch (error) {
    finish(live, `  ✗ ${what} (${seconds(began)})`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

function remind(what, began, live) {
  if (live) draw(`  … ${what} (${seconds(began)})`);
  else say(`    still at it after ${seconds(began)}: ${what}`);
}

function draw(line) {
  process.stdout.write(`\r\u001b[K${line.slice(0, (process.stdout.columns ?? 80) - 1)}`);
}

function finish(live, line) {
  if (live) process.stdout.write('\r\u001b[K');
  say(line);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
