/**
 * Outlives the process that started it, to clean up after it. Told over standard input, one JSON line each, what to `watch`
 * (a process), `forget`, or `remove` (a folder); when that input ends, because the launcher ended in whatever way, it stops
 * what is still watched, stage by stage, and removes the folders.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { stopProcess } from './alive.mjs';

const watched = new Map();
const folders = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { watch, stage, signals, forget, remove } = JSON.parse(line);
  if (watch) watched.set(watch, { stage, signals });
  if (forget) watched.delete(forget);
  if (remove) folders.push(remove);
}
for (const stage of [...new Set([...watched.values()].map((entry) => entry.stage))].sort()) {
  const now = [...watched].filter(([, entry]) => entry.stage === stage);
  await Promise.all(now.map(([pid, { signals }]) => stopProcess(pid, signals, 4_000)));
}
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
