import { saveQueue } from '@/features/routing/commands/save-queue';
import { saveSettings } from '@/features/routing/commands/save-settings';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { queueInput, settingsInput } from '@/features/routing/inputs';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { staffMessage } from '@/features/tickets/staff-message';
import { findTicket } from '@/features/tickets/store';
import type { StaffContext, SystemContext } from '@/server/context';
import { newWorld } from '../../support/world';

export type World = Awaited<ReturnType<typeof newWorld>>;

const must = <Value>(result: { ok: true; value: Value } | { ok: false; error: { code: string } }) => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** A workspace with one team whose queue pushes, an owner, and a clock that stands at nine on a Monday. */
export async function newTeam(rules: Record<string, unknown> = {}) {
  const world = await newWorld({ at: '2026-03-02T09:00:00Z' });
  const owner = await world.member({ role: 'owner', name: 'Olga Owner' });
  const teamId = await world.team('Orders');
  const setQueue = async (over: Record<string, unknown>, of = teamId) =>
    must(await saveQueue(owner, queueInput.parse({ teamId: of, mode: 'push', ...over })));
  await setQueue(rules);
  return {
    world,
    owner,
    teamId,
    setQueue,
    router: (db = world.db): SystemContext => ({ ...world.system('routing'), db }),
    capacity: async (over: Record<string, number>, weights: Record<string, number> = {}) => {
      const capacities = { mail: 20, chat: 3, phone: 1, social: 10, ...over };
      const weighed = { low: 1, normal: 1, high: 2, urgent: 3, ...weights };
      const input = { capacities, weights: weighed, offlineAfterMinutes: 10 };
      must(await saveSettings(owner, settingsInput.parse(input)));
    },
    /** A member of the team who is online. */
    agent: async (name: string, over: { languages?: string[]; teamIds?: string[] } = {}) => {
      const agent = await world.member({ name, teamIds: over.teamIds ?? [teamId] });
      await world.db.membership.update({
        where: { workspaceId_userId: { workspaceId: world.workspaceId, userId: idOf(agent) } },
        data: over.languages ? { languages: over.languages } : {},
      });
      must(await setAvailability(agent, { state: 'online' }));
      return agent;
    },
    /** A ticket that waits for the team; made a second after the one before. */
    waiting: async (over: Record<string, unknown> = {}) => {
      world.pass(1);
      return (await world.ticket(owner, { teamId, ...over })).ticketId;
    },
    /** A chat that waits for the team. */
    chat: async () => {
      world.pass(1);
      const { ticketId } = await world.ticket(owner, { teamId });
      await world.db.ticket.updateMany({
        where: { workspaceId: world.workspaceId, id: ticketId },
        data: { channel: 'chat' },
      });
      return ticketId;
    },
  };
}

export const idOf = ({ actor }: StaffContext): string => actor.id ?? '';

/** Who has each of these tickets. */
export async function assigneesOf({ db, workspaceId }: World, ids: readonly string[]) {
  const rows = await db.ticket.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, assigneeId: true },
  });
  return ids.map((id) => rows.find((row) => row.id === id)?.assigneeId ?? null);
}

/** The facts of one kind in a ticket's history. */
export const factsOf = ({ db, workspaceId }: World, ticketId: string, type: string) =>
  db.ticketEvent.findMany({ where: { workspaceId, ticketId, type }, orderBy: { position: 'asc' } });

/** The instant of a ticket's newest event: what the job of its last save bears. */
export async function lastSaveOf({ db, workspaceId }: World, ticketId: string): Promise<Date> {
  const { at } = await db.ticketEvent.findFirstOrThrow({
    where: { workspaceId, ticketId },
    orderBy: { position: 'desc' },
  });
  return at;
}

/** The customer's message as the intake puts it on a ticket. */
export async function customerWrites(world: World, ticketId: string): Promise<void> {
  const ctx = world.system();
  await world.db.$transaction(async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId);
    if (!ticket) throw new Error('no ticket');
    const actor = { kind: 'user', id: null, name: '', role: 'agent', scope: 'all', teamIds: [] } as const;
    const base = staffMessage(
      { ...ctx, actor },
      { html: '<p>Is anybody there?</p>', direction: 'inbound', channel: 'email', attachmentIds: [] },
    );
    const author = { kind: 'customer', id: ticket.requesterId, name: 'Anna', address: '' } as const;
    await receiveOnTicket(tx, ctx, { ticket, message: { ...base, author }, by: ctx.actor });
  });
}
