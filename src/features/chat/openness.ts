import { isOpen, nextOpening } from '@/domain/sla/business-time';
import type { ChatAccountFacts } from '@/features/chat/account';
import { hoursOfCalendar } from '@/features/sla/commands/hours-of-calendar';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Whether somebody answers now, and if not, when the calendar opens next (ISO 8601; null when not known). */
export type Openness = Readonly<{ open: boolean; opensAt: string | null }>;

const REMEMBERED_MS = 3_000;
const MOST_REMEMBERED = 1_000;
const remembered = new Map<string, Readonly<{ until: number; there: boolean }>>();

/** Open means that the account's calendar is open and somebody who may answer is there. */
export async function opennessOf(
  ctx: Pick<Context, 'now'> & Readonly<{ db: Tx }>,
  account: ChatAccountFacts,
): Promise<Openness> {
  const at = ctx.now();
  if (account.calendar) {
    const hours = await hoursOfCalendar(ctx.db, account, account.calendar);
    if (!isOpen(hours, at)) return { open: false, opensAt: nextOpening(hours, at)?.toISOString() ?? null };
  }
  return { open: await isSomebodyThere(ctx.db, account), opensAt: null };
}

async function isSomebodyThere(db: Tx, account: ChatAccountFacts): Promise<boolean> {
  const now = Date.now();
  const known = remembered.get(account.id);
  if (known && known.until > now) return known.there;
  const there = await readPresence(db, account);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(account.id, { until: now + REMEMBERED_MS, there });
  return there;
}

/** Of the account's team where it has one: somebody online who is not a light agent. */
async function readPresence(db: Tx, { workspaceId, teamId }: ChatAccountFacts): Promise<boolean> {
  const found = await db.availability.findFirst({
    where: {
      workspaceId,
      state: 'online',
      absentSince: null,
      membership: {
        deactivatedAt: null,
        role: { not: 'light_agent' },
        ...(teamId && { teams: { some: { teamId } } }),
      },
    },
    select: { userId: true },
  });
  return found !== null;
}
