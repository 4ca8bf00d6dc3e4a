import { comeUnderPolicies } from '@/features/sla/commands/come-under-policies';
import { sweepSla } from '@/features/sla/commands/sweep-sla';
import { database } from '@/server/db/client';

/**
 * A worker that stops in the middle of its work and waits there to be killed: `sweep <instant> <n>` at the n-th id that it
 * makes, `policies <instant> <n> <workspace> <version>` at the n-th look at the clock.
 */
const [work, instant = '', middle, workspaceId = '', rulesVersion] = process.argv.slice(2);
const at = new Date(instant);
const db = database();
let count = 0;

function reached(): void {
  count++;
  if (count < Number(middle)) return;
  process.stdout.write('in the middle\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
}

const newId = () => {
  if (work === 'sweep') reached();
  return crypto.randomUUID();
};
const now = () => {
  if (work === 'policies') reached();
  return at;
};

if (work === 'sweep') {
  await sweepSla({ db, newId }, at);
} else {
  const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
  await comeUnderPolicies({ workspaceId, actor, db, now, newId }, { rulesVersion: Number(rulesVersion) });
}
