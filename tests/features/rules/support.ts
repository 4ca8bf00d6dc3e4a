import type { RuleTerms } from '@/domain/rule/rule';
import { runTriggers } from '@/features/rules/commands/run-triggers';
import { saveRule } from '@/features/rules/commands/save-rule';
import { ruleInput } from '@/features/rules/inputs';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { deskUpdateInput, replyInput } from '@/features/tickets/inputs';
import { staffMessage } from '@/features/tickets/staff-message';
import { findTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

export type World = Awaited<ReturnType<typeof newWorld>>;

/** The value of a result that has to be one. */
export const unwrap = <Value>(
  result: { ok: true; value: Value } | { ok: false; error: { code: string } },
): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** A workspace with an owner who sets up rules and an agent who works. */
export async function newRuleDesk(at = '2026-03-02T09:00:00Z') {
  const world = await newWorld({ at });
  const owner = await world.member({ role: 'owner', name: 'Olga Owner' });
  const agent = await world.member({ name: 'Ágnes Agent' });
  return { world, owner, agent, ...verbs(world, { owner, agent }) };
}
export type RuleDesk = Awaited<ReturnType<typeof newRuleDesk>>;

type People = Readonly<{ owner: StaffContext; agent: StaffContext }>;

function verbs(world: World, { owner, agent }: People) {
  const { db, workspaceId } = world;
  return {
    /** Adds a rule that is on. */
    rule: async (terms: Partial<RuleTerms> & Record<string, unknown>) => {
      const input = { kind: 'trigger', name: 'A rule', events: ['ticket_updated'], active: true, ...terms };
      return unwrap(await saveRule(owner, ruleInput.parse(input))).ruleId;
    },
    set: async (ticketId: string, fields: Record<string, unknown>) =>
      unwrap(await changeTicket(agent, deskUpdateInput.parse({ ticketId, ...fields }))),
    reply: async (ticketId: string, submitAs = 'pending') =>
      unwrap(await replyToTicket(agent, replyInput.parse({ ticketId, submitAs, html: '<p>Try this.</p>' }))),
    /** The customer writes, or a machine of theirs. */
    customerWrites: async (ticketId: string, text: string, automated: 'auto_reply' | null = null) => {
      const system = world.system('intake');
      await db.$transaction(async (tx) => {
        const ticket = await findTicket(tx, system, ticketId);
        if (!ticket) throw new Error('no ticket');
        const author = {
          kind: 'customer',
          id: ticket.requesterId,
          name: 'Anna',
          address: 'anna@customer.test',
        } as const;
        const written = staffMessage(agent, {
          html: `<p>${text}</p>`,
          direction: 'inbound',
          channel: 'email',
          attachmentIds: [],
        });
        const message = { ...written, author, automated, receivedAt: world.now() };
        await receiveOnTicket(tx, system, {
          ticket,
          message,
          by: { kind: 'customer', id: author.id, name: 'Anna' },
        });
      });
    },
    /** Does what the worker does with the saves that no rule has seen, until nothing new happens. */
    settle: async (most = 40) => {
      const stuck = new Set<string>();
      for (let round = 0; round < most; round++) {
        const next = (await pending(world)).find(
          ({ ticketId, position }) => !stuck.has(`${ticketId}/${position}`),
        );
        if (!next) return;
        stuck.add(`${next.ticketId}/${next.position}`);
        await runTriggers(world.system('rule'), next);
      }
      throw new Error('the rules do not come to rest');
    },
    runs: () =>
      db.ruleRun.findMany({
        where: { workspaceId },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      }),
    ticketNow: async (id: string) => {
      const ticket = await findTicket(db, owner, id);
      if (!ticket) throw new Error('no ticket');
      const tags = await db.tag.findMany({ where: { workspaceId, id: { in: [...ticket.tagIds] } } });
      return { ...ticket, tags: tags.map(({ name }) => name).sort() };
    },
    messages: (ticketId: string) =>
      db.message.findMany({
        where: { workspaceId, ticketId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
    mails: () => db.outgoingMail.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } }),
  };
}

/** Tickets with events that the rules have not looked at, with the first of them. */
function pending({ db, workspaceId }: World) {
  return db.$queryRaw<{ ticketId: string; position: bigint; at: Date }[]>`
    select e."ticketId", min(e.position) as position, min(e.at) as at from "TicketEvent" e
    left join "RuleCursor" c on c."workspaceId" = e."workspaceId" and c."ticketId" = e."ticketId"
    where e."workspaceId" = ${workspaceId}::uuid and e.position > coalesce(c.position, 0)
    group by e."ticketId" order by 2`;
}
