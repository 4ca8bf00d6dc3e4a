import { explain, isMetBy, type RuleView } from '@/domain/condition/explain';
import type { RuleEvent } from '@/domain/rule/rule';
import { changesOf, wokenBy } from '@/domain/rule/wake';
import { type EventFacts, factsAt, surveyIn, type TicketFacts, ticketFacts } from '@/features/rules/facts';
import { lockedCursor, moveCursor, newEvents, type Save, savesOf } from '@/features/rules/history';
import { type ActiveRule, ruleSet } from '@/features/rules/rule-set';
import { type Run, runRule } from '@/features/rules/run-rule';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';

/** One save of a ticket; its events bear the instant `at`. */
type Saved = Readonly<{ ticketId: string; at: Date }>;

/**
 * Lets the triggers answer what has happened on a ticket since they last looked, in the order of its history: one save after
 * the other, and each rule in its turn. What they do, what they have done and how far they have looked commit together, so
 * that a crash at any point neither loses nor doubles anything.
 */
export async function runTriggers(ctx: SystemContext, { ticketId, at }: Saved): Promise<void> {
  const { triggers } = await ruleSet(ctx.db, ctx.workspaceId);
  if (triggers.length === 0) return;
  await transaction(ctx, async (tx) => {
    const cursor = await lockedCursor(tx, ctx, { ticketId, at });
    if (cursor === null) return;
    const saves = savesOf(await newEvents(tx, ctx, { ticketId, after: cursor }));
    const last = saves.at(-1);
    if (!last) return;
    for (const save of saves) await answer(tx, ctx, { ticketId, save, triggers });
    await moveCursor(tx, ctx, { ticketId, to: last.to });
  });
}

type Asked = Readonly<{ ticketId: string; save: Save; triggers: readonly ActiveRule[] }>;

async function answer(tx: Tx, ctx: SystemContext, { ticketId, save, triggers }: Asked): Promise<void> {
  const woken = wokenBy(save.events);
  const awake = triggers.filter((rule) => isWoken(rule, save, woken));
  if (awake.length === 0) return;
  const event = await eventFacts(tx, ctx, save);
  const now = ctx.now();
  const changes = changesOf(save.events);
  let ticket = await factsNow(tx, ctx, ticketId);
  for (const rule of awake) {
    if (!ticket) return;
    const clock = { now, hours: rule.hours };
    const view: RuleView = { facts: factsAt(ticket, { event, ...clock }), changes, clock };
    const run = metBy(rule, view, { ticketId, save, woken });
    const ran = run ? await runRule(tx, ctx, run) : 'idle';
    if (ran === 'stopped') return;
    if (ran === 'acted') ticket = await factsNow(tx, ctx, ticketId);
  }
}

type Woken = Readonly<{ ticketId: string; save: Save; woken: ReadonlySet<RuleEvent> }>;

/** What the rule is to do; null when its conditions are not met. */
function metBy(rule: ActiveRule, view: RuleView, { ticketId, save, woken }: Woken): Run | null {
  const { conditions } = rule;
  if (conditions && !isMetBy(conditions, view)) return null;
  const why = conditions && explain(conditions, view);
  const { depth, byMachine } = save;
  return { rule, ticketId, key: `event:${save.from}`, why, depth, woken, byMachine };
}

/** Woken by what happened while it was on, and not by its own doing. */
function isWoken(rule: ActiveRule, save: Save, woken: ReadonlySet<string>): boolean {
  if (save.at < rule.activeSince || save.ruleId === rule.id) return false;
  return rule.events.some((event) => woken.has(event));
}

/** The ticket as rules see it; null when it is gone, or is a part of another one, or lies in the trash. */
async function factsNow(tx: Tx, ctx: SystemContext, ticketId: string): Promise<TicketFacts | null> {
  const which = sql`t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = ${ticketId}::uuid
    and t."mergedIntoId" is null and t."trashedAt" is null`;
  return (await ticketFacts(tx, { which, now: ctx.now() }))[0] ?? null;
}

async function eventFacts(tx: Tx, { workspaceId }: SystemContext, save: Save): Promise<EventFacts> {
  const { messageId, changedBy } = save;
  const message = messageId
    ? await tx.message.findUnique({
        where: { workspaceId_id: { workspaceId, id: messageId } },
        select: { visibleText: true, direction: true, authorKind: true, automated: true },
      })
    : null;
  return {
    changedBy,
    survey: surveyIn(save.events),
    message: message && {
      text: message.visibleText,
      direction: message.direction,
      author: message.authorKind,
      automated: message.automated !== null,
    },
  };
}
