import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TicketEvent } from '@/domain/ticket/ticket';
import { comeUnderPolicies } from '@/features/sla/commands/come-under-policies';
import { recalculateClocks } from '@/features/sla/commands/recalculate-clocks';
import { driftOf } from '@/features/sla/drift';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { findTicket, saveTicket } from '@/features/tickets/store';
import { transaction } from '@/server/db/transaction';
import { HISTORIES } from '../../support/histories';
import { ALWAYS, type Desk, newDesk, OFFICE_WEEK, rulesVersionOf, T1, type Targets } from './support';

const VIP: Targets = {
  normal: { first_reply: 30, periodic_update: 180, resolution: 600 },
  urgent: { next_reply: 15, requester_wait: 240, agent_work: 120 },
};
const LOOSE: Targets = { normal: { first_reply: 600, next_reply: 30 }, high: T1.high ?? {}, urgent: {} };

type Step = (story: Story) => Promise<unknown>;
type Story = Readonly<{
  desk: Desk;
  ticketId: string;
  calendarId: string;
  policyId: string;
  sent: string[];
}>;

const STATUSES = ['open', 'pending', 'on_hold', 'solved'] as const;
const set =
  (fields: Record<string, unknown>): Step =>
  ({ desk, ticketId }) =>
    desk.change(ticketId, fields);

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.constant<Step>(({ desk, ticketId }) => desk.customerWrites(ticketId)), weight: 4 },
  {
    arbitrary: fc.constantFrom(...STATUSES).map(
      (status): Step =>
        async ({ desk, ticketId, sent }) => {
          sent.push((await desk.reply(ticketId, status)).messageId);
        },
    ),
    weight: 4,
  },
  { arbitrary: fc.constantFrom(...STATUSES).map((status) => set({ status })), weight: 3 },
  {
    arbitrary: fc.constantFrom('low', 'normal', 'high', 'urgent').map((priority) => set({ priority })),
    weight: 3,
  },
  fc.boolean().map((spam) => set({ spam })),
  fc.constantFrom(['vip'], []).map((tags) => set({ tags })),
  fc.constant<Step>(({ desk, sent }) => {
    const messageId = sent.pop();
    return messageId ? undoSend(desk.agent, { messageId }) : Promise.resolve();
  }),
  fc.constantFrom(T1, VIP, LOOSE).map(
    (targets): Step =>
      ({ desk, policyId: id, calendarId }) =>
        desk.policy(calendarId, targets, { id, silenceIsKept: targets === VIP }),
  ),
  fc.constant<Step>(async ({ desk }) =>
    comeUnderPolicies(desk.world.system('schedule'), { rulesVersion: await rulesVersionOf(desk) }),
  ),
  fc.constant<Step>(async ({ desk, calendarId }) => {
    const where = { workspaceId_id: { workspaceId: desk.world.workspaceId, id: calendarId } };
    const { version } = await desk.world.db.businessCalendar.findUniqueOrThrow({ where });
    await recalculateClocks(desk.world.system('schedule'), { calendarId, version });
  }),
  fc
    .tuple(
      fc.constantFrom('ticket.took_over', 'ticket.gave_back', 'ticket.split_off', 'call.answered'),
      fc.integer({ min: 0, max: 20_000 }),
    )
    .map(
      ([type, seconds]): Step =>
        (story) =>
          happened(story, type, seconds),
    ),
  fc.constantFrom(OFFICE_WEEK, ALWAYS).map(
    (week): Step =>
      ({ desk, calendarId: id }) =>
        desk.calendar({ id, week }),
  ),
);

/** What merging, splitting and calls tell of a ticket; who answered a call has replied. */
function happened({ desk, ticketId }: Story, ...[type, seconds]: [string, number]): Promise<unknown> {
  const ctx = desk.world.system();
  const at = ctx.now();
  const since = new Date(at.getTime() - seconds * 1000).toISOString();
  const unansweredSince = seconds > 10_000 ? null : since;
  const facts = {
    ticketId,
    number: 1,
    fromId: ticketId,
    fromNumber: 1,
    callId: 'call',
    tookSince: since,
    unansweredSince,
  };
  const event = { type, ...facts } as unknown as TicketEvent;
  return transaction(ctx, async (tx) => {
    const before = await findTicket(tx, ctx, ticketId);
    if (!before) throw new Error('no ticket');
    const firstRepliedAt = before.firstRepliedAt ?? (type === 'call.answered' ? at : null);
    await saveTicket(tx, ctx, {
      before,
      after: { ...before, firstRepliedAt },
      events: [event],
      by: ctx.actor,
      at,
    });
  });
}

const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 30_000 }), step), {
  minLength: 2,
  maxLength: 12,
});

describe('random histories', () => {
  test('leave clocks that are equal to those that their history makes', {
    timeout: 60_000 + HISTORIES * 3000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const desk = await newDesk('2026-10-22T06:30:00Z');
        const calendarId = await desk.calendar();
        await desk.policy(calendarId, VIP, { name: 'VIP', conditions: await tagged(desk) });
        const policyId = await desk.policy(calendarId, T1);
        const { ticketId } = await desk.world.ticket(desk.agent);
        const story = { desk, ticketId, calendarId, policyId, sent: [] };
        for (const [seconds, happens] of steps) {
          desk.world.pass(seconds);
          await happens(story);
        }
        const { db, workspaceId, now } = desk.world;
        const drift = await db.$transaction((tx) => driftOf(tx, { workspaceId }, { ticketId, at: now() }));
        expect(drift).toEqual([]);
      }),
      { numRuns: HISTORIES },
    );
  });
});

async function tagged({ world }: Desk) {
  const id = crypto.randomUUID();
  await world.db.tag.create({ data: { workspaceId: world.workspaceId, id, name: 'vip' } });
  return { field: 'tagIds', operator: 'has_any_of', values: [id] };
}
