import type { World } from '@/features/chat/widget/frame/client/chat';

/** Time that moves when it is told to, and storage of a host page that outlives a reload. */
export function worldDouble() {
  const kept = new Map<string, string>();
  let now = Date.parse('2026-11-22T09:00:00Z');
  let ids = 0;
  let due: { at: number; act: () => void }[] = [];

  return {
    kept,
    /** A browser's world; what an old page still waits for is never called after `reload`. */
    world: (): World => {
      due = [];
      return {
        now: () => {
          now += 1;
          return now;
        },
        newId: () => {
          ids += 1;
          return `id-${String(ids).padStart(5, '0')}`;
        },
        random: () => 0.5,
        later: (milliseconds, act) => {
          const entry = { at: now + milliseconds, act };
          due.push(entry);
          return () => {
            due = due.filter((each) => each !== entry);
          };
        },
        keep: (name, value) => void kept.set(name, value),
        drop: (name) => void kept.delete(name),
      };
    },
    /** Lets time pass, with everything that falls due in it. */
    async pass(milliseconds: number): Promise<void> {
      const end = now + milliseconds;
      for (;;) {
        await settle();
        const [next] = due.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (!next) break;
        due = due.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.act();
      }
      now = Math.max(now, end);
      await settle();
    },
  };
}

/** Lets everything run that has nothing to wait for. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((done) => setImmediate(done));
}
