import { elapsedAt, type SlaMetric, stateOf } from '@/domain/sla/clock';
import { clockRowsOf, clocksOf } from '@/features/sla/clock-rows';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { savePolicy } from '@/features/sla/commands/save-policy';
import { calendarInput, policyInput } from '@/features/sla/inputs';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { deskUpdateInput, replyInput } from '@/features/tickets/inputs';
import { staffMessage } from '@/features/tickets/staff-message';
import { findTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

export type World = Awaited<ReturnType<typeof newWorld>>;

const MINUTE = 60_000;
const OFFICE = [{ from: 540, to: 1020 }];

/** Monday to Friday, nine to five. */
export const OFFICE_WEEK = [[], OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, []];
const ALL_DAY = [{ from: 0, to: 1440 }];
export const ALWAYS = Array.from({ length: 7 }, () => ALL_DAY);

/** Minutes of each metric at each priority. */
export type Targets = Partial<
  Record<'low' | 'normal' | 'high' | 'urgent', Partial<Record<SlaMetric, number>>>
>;

/** The targets of contracts H.5. */
export const T1: Targets = {
  normal: { first_reply: 120, next_reply: 240, requester_wait: 960, agent_work: 480, resolution: 1440 },
  high: { first_reply: 60, next_reply: 120, requester_wait: 480, agent_work: 240, resolution: 960 },
};

const unwrap = <Value>(result: { ok: true; value: Value } | { ok: false; error: { code: string } }) => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** A desk with an owner who sets calendars and policies, an agent, and a clock that stands at `at`. */
export async function newDesk(at: string) {
  const world = await newWorld({ at });
  const owner = await world.member({ role: 'owner', name: 'Olga Owner' });
  const agent = await world.member({ name: 'Ágnes Agent' });
  return { world, owner, agent, ...deskVerbs(world, { owner, agent }) };
}
export type Desk = Awaited<ReturnType<typeof newDesk>>;

function deskVerbs(world: World, { owner, agent }: { owner: StaffContext; agent: StaffContext }) {
  return {
    calendar: async (over: Record<string, unknown> = {}) => {
      const input = { name: 'Office', timeZone: 'Europe/Budapest', week: OFFICE_WEEK, ...over };
      return unwrap(await saveCalendar(owner, calendarInput.parse(input))).calendarId;
    },
    policy: async (calendarId: string, targets: Targets, over: Record<string, unknown> = {}) => {
      const input = { name: 'Standard', calendarId, targets: targetsOf(targets), ...over };
      return unwrap(await savePolicy(owner, policyInput.parse(input))).policyId;
    },
    /** Moves the clock on to this instant. */
    until: (instant: Date) => world.pass((instant.getTime() - world.now().getTime()) / 1000),
    customerWrites: (ticketId: string) => customerWrites(world, ticketId),
    reply: async (ticketId: string, submitAs = 'open') =>
      unwrap(await replyToTicket(agent, replyInput.parse({ ticketId, submitAs, html: '<p>Look here.</p>' }))),
    change: async (ticketId: string, fields: Record<string, unknown>) =>
      unwrap(await changeTicket(agent, deskUpdateInput.parse({ ticketId, ...fields }))),
  };
}

const targetsOf = (targets: Targets) =>
  Object.entries(targets).flatMap(([priority, metrics]) =>
    Object.entries(metrics).map(([metric, minutes]) => ({ priority, metric, minutes })),
  );

/** The customer's message as the intake puts it on a ticket. */
async function customerWrites(world: World, ticketId: string): Promise<void> {
  const ctx = world.system();
  await world.db.$transaction(async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId);
    if (!ticket) throw new Error('no ticket');
    const actor = { kind: 'user', id: null, name: '', role: 'agent', scope: 'all', teamIds: [] } as const;
    const base = staffMessage(
      { ...ctx, actor },
      { html: '<p>And now?</p>', direction: 'inbound', channel: 'email', attachmentIds: [] },
    );
    const author = { kind: 'customer', id: ticket.requesterId, name: 'Anna', address: '' } as const;
    await receiveOnTicket(tx, ctx, { ticket, message: { ...base, author }, by: ctx.actor });
  });
}

/** A ticket's clocks as the database holds them, by name, such as `next_reply 1`; times in minutes. */
export async function clocksIn(world: World, ticketId: string) {
  const ctx = world.system();
  const rows = await clockRowsOf(world.db as never, ctx, ticketId);
  const clocks = await clocksOf(world.db as never, ctx, rows);
  return new Map(
    clocks.map((clock, index) => {
      const row = rows[index];
      const elapsed = elapsedAt(clock, world.now()) / MINUTE;
      const shown = { ...clock, elapsed, state: stateOf(clock), warnAt: row?.warnAt, level: row?.level };
      return [`${clock.metric} ${clock.sequence}`, shown] as const;
    }),
  );
}

/** The facts of one kind in a ticket's history. */
export const factsOf = (world: World, ticketId: string, type: string) =>
  world.db.ticketEvent.findMany({
    where: { workspaceId: world.workspaceId, ticketId, type },
    orderBy: { position: 'asc' },
  });

/** The present version of the workspace's rules, as the job after an edit names it. */
export async function rulesVersionOf({ world }: Desk): Promise<number> {
  const { rulesVersion } = await world.db.workspace.findUniqueOrThrow({ where: { id: world.workspaceId } });
  return rulesVersion;
}
