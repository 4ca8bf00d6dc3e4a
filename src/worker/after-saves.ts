import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { chatsBehind, followTicket } from '@/features/chat/commands/follow-ticket';
import { tellOfSave } from '@/features/notifications/commands/tell-of-save';
import { savesWithNotices } from '@/features/notifications/saves-with-notices';
import { routeTicket } from '@/features/routing/commands/route-ticket';
import { savesToRoute } from '@/features/routing/saves-to-route';
import { runTriggers } from '@/features/rules/commands/run-triggers';
import { ruleSet } from '@/features/rules/rule-set';
import { indexTickets } from '@/features/search/jobs';
import { planSurveys } from '@/features/surveys/commands/plan-surveys';
import { savesToPlan } from '@/features/surveys/saves-to-plan';
import type { Save } from '@/features/tickets/commands/saves';
import type { ticketChanged } from '@/features/tickets/ticket-changed';
import { touchViews } from '@/features/views/commands/touch-views';
import { publishTicket } from '@/features/webhooks/commands/publish-ticket';
import { hasEndpoints } from '@/features/webhooks/has-endpoints';
import type { SystemContext } from '@/server/context';
import { eachOf } from '@/server/jobs/each-of';
import type { Outcome } from '@/server/jobs/work-on';
import type { World } from '@/server/world';
import { systemContext } from './world';

type Payload = z.output<typeof ticketChanged.payload>;

/**
 * What follows a save, in this order. `pick` asks for all saves of a workspace at once which of them concern the step at
 * all, so that a flood of words in chats costs a few statements and not a few for each word; `run` then does the work.
 */
type Step = Readonly<{
  actor: 'rule' | 'routing' | 'intake' | 'delivery' | 'schedule';
  pick: (ctx: SystemContext, saves: readonly Save[]) => Promise<readonly Save[]>;
  run?: (ctx: SystemContext, save: Save) => Promise<unknown>;
}>;

const STEPS: readonly Step[] = [
  {
    actor: 'intake',
    pick: async ({ db, workspaceId }, saves) => {
      await indexTickets(db, { workspaceId, ticketIds: [...new Set(saves.map(({ ticketId }) => ticketId))] });
      return [];
    },
  },
  {
    actor: 'schedule',
    pick: async (ctx, saves) => {
      await touchViews(ctx, saves);
      return [];
    },
  },
  {
    actor: 'rule',
    // Once for each ticket: triggers answer its history from where they last looked, one save after the other.
    pick: async ({ db, workspaceId }, saves) => {
      const { triggers } = await ruleSet(db, workspaceId);
      return triggers.length === 0 ? [] : firstOfEach(saves);
    },
    run: runTriggers,
  },
  { actor: 'routing', pick: savesToRoute, run: routeTicket },
  {
    actor: 'intake',
    pick: async (ctx, saves) => {
      const alone = saves.filter(({ withChat }) => !withChat);
      if (alone.length === 0) return [];
      const behind = await chatsBehind(
        ctx,
        alone.map(({ ticketId }) => ticketId),
      );
      return firstOfEach(alone.filter(({ ticketId }) => behind.has(ticketId)));
    },
    run: followTicket,
  },
  { actor: 'delivery', pick: savesWithNotices, run: tellOfSave },
  { actor: 'schedule', pick: savesToPlan, run: planSurveys },
  {
    actor: 'delivery',
    pick: async (ctx, saves) => ((await hasEndpoints(ctx)) ? saves : []),
    run: publishTicket,
  },
];

/** While there is more than one save at a time, they are gathered: who comes next does not wait longer than this. */
const GATHER_MS = 150;

/** Feeds search, rules, routing, chats, notices and webhooks with saves of tickets; those of one ticket in their order. */
export async function afterSaves(
  world: World,
  { payloads, concurrency }: Readonly<{ payloads: readonly Payload[]; concurrency: number }>,
): Promise<readonly Outcome[]> {
  const failed = new Map<string, unknown>();
  const byWorkspace = Map.groupBy(payloads, ({ workspaceId }) => workspaceId);
  const work = async () => {
    for (const [workspaceId, saved] of byWorkspace) {
      const saves = saved
        .map(({ ticketId, at, withChat = false }) => ({ ticketId, at: new Date(at), withChat }))
        .toSorted((a, b) => a.at.getTime() - b.at.getTime());
      await afterSavesOf((actor) => systemContext(world, workspaceId, actor), { saves, failed, concurrency });
    }
  };
  await Promise.all([work(), wait(payloads.length > 1 ? GATHER_MS : 0)]);
  return payloads.map(({ ticketId }) =>
    failed.has(ticketId) ? { ok: false, error: failed.get(ticketId) } : { ok: true },
  );
}

type Saved = Readonly<{ saves: readonly Save[]; failed: Map<string, unknown>; concurrency: number }>;

async function afterSavesOf(
  contextOf: (actor: Step['actor']) => SystemContext,
  { saves, failed, concurrency }: Saved,
): Promise<void> {
  for (const { actor, pick, run } of STEPS) {
    const ctx = contextOf(actor);
    const left = saves.filter(({ ticketId }) => !failed.has(ticketId));
    const picked = await picksOf(ctx, pick, { saves: left, failed });
    if (!run) continue;
    const tickets = [...Map.groupBy(picked, ({ ticketId }) => ticketId)];
    await eachOf(tickets, concurrency, async ([ticketId, own]) => {
      try {
        for (const save of own) await run(ctx, save);
      } catch (error) {
        failed.set(ticketId, error);
      }
    });
  }
}

/** When it fails for all together, each ticket is asked for alone, so that none fails for another. */
async function picksOf(
  ctx: SystemContext,
  pick: Step['pick'],
  { saves, failed }: Omit<Saved, 'concurrency'>,
): Promise<readonly Save[]> {
  if (saves.length === 0) return [];
  try {
    return await pick(ctx, saves);
  } catch (error) {
    const tickets = [...Map.groupBy(saves, ({ ticketId }) => ticketId)];
    if (tickets.length === 1) {
      failed.set(tickets[0]?.[0] ?? '', error);
      return [];
    }
    const alone = await eachOf(tickets, 1, ([, own]) => picksOf(ctx, pick, { saves: own, failed }));
    return alone.flat();
  }
}

const firstOfEach = (saves: readonly Save[]): Save[] => [
  ...new Map(saves.toReversed().map((save) => [save.ticketId, save])).values(),
];
