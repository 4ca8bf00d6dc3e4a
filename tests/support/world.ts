import type { Role, Scope, StaffActor, SystemActor } from '@/domain/permission/actor';
import { createTicket } from '@/features/tickets/commands/create-ticket';
import { createTicketInput } from '@/features/tickets/inputs';
import type { StaffContext, SystemContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';

type NewMember = { name?: string; role?: Role; scope?: Scope; teamIds?: string[]; email?: string };
type NewTicket = Partial<Parameters<typeof createTicketInput.parse>[0] & object> & Record<string, unknown>;

/**
 * A workspace of its own for every test: tenancy keeps tests apart, and tests keep tenancy honest.
 * It has one mailbox, and a clock that stands at `at` unless a test moves it.
 */
export async function newWorld({ at = '2026-03-02T09:00:00Z', mailbox = true } = {}) {
  const db = database();
  const workspaceId = newId();
  const slug = `w${workspaceId.replaceAll('-', '')}`;
  const clock = { at: new Date(at) };
  await db.workspace.create({ data: { id: workspaceId, slug, name: 'Test workspace' } });
  const address = `support@${slug}.test`;
  const channelAccountId = newId();
  if (mailbox) {
    await db.channelAccount.create({
      data: { workspaceId, id: channelAccountId, name: 'Support', address, channel: 'email' },
    });
  }
  const world = { db, now: () => clock.at, newId, workspaceId };

  return {
    workspaceId,
    slug,
    db,
    mailbox: { id: channelAccountId, address },
    /** Moves the clock on. */
    pass: (seconds: number) => {
      clock.at = new Date(clock.at.getTime() + seconds * 1000);
    },
    now: world.now,
    member: async (over: NewMember = {}): Promise<StaffContext> => staffContext(world, await addMember(over)),
    system: (id: SystemActor['id'] = 'intake'): SystemContext => ({
      ...world,
      actor: { kind: 'system', id, name: id },
    }),
    team: async (name = `Team ${newId().slice(-6)}`) => {
      const id = newId();
      await db.team.create({ data: { workspaceId, id, name } });
      return id;
    },
    ticket: async (ctx: StaffContext, over: NewTicket = {}) => {
      const input = createTicketInput.parse({
        subject: 'Broken kettle',
        requester: { email: 'anna@customer.test', name: 'Anna Ozola' },
        html: '<p>My kettle is broken.</p>',
        ...over,
      });
      const made = await createTicket(ctx, input);
      if (!made.ok) throw new Error(made.error.code);
      return made.value;
    },
  };

  async function addMember({ teamIds = [], ...over }: NewMember): Promise<StaffActor & { id: string }> {
    const id = newId();
    const { name = 'Zsófia Kiss', role = 'agent', scope = 'all' } = over;
    await db.user.create({ data: { id, email: over.email ?? `${id}@staff.test`, name } });
    await db.membership.create({ data: { workspaceId, userId: id, role, scope } });
    if (teamIds.length > 0) {
      await db.teamMember.createMany({
        data: teamIds.map((teamId) => ({ workspaceId, teamId, userId: id })),
      });
    }
    return { kind: 'user', id, name, role, scope, teamIds };
  }
}

function staffContext(world: Omit<StaffContext, 'actor'>, actor: StaffActor): StaffContext {
  return { ...world, actor };
}
