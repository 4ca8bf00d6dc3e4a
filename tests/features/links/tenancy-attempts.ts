import { answerIncidents } from '@/features/links/commands/answer-incidents';
import { incidentsToAnswer } from '@/features/links/commands/incidents-to-answer';
import { linkTickets } from '@/features/links/commands/link-tickets';
import { undoAnswers } from '@/features/links/commands/undo-answers';
import { unlinkTickets } from '@/features/links/commands/unlink-tickets';
import { createTicket } from '@/features/tickets/commands/create-ticket';
import { createTicketInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';

export type LinkRows = Awaited<ReturnType<typeof linkRows>>;
type Attempt = (ctx: StaffContext, other: LinkRows) => Promise<{ ok: boolean; error?: unknown }>;

async function aTicket(ctx: StaffContext, name: string) {
  const requester = { email: `${name}@customer.test`, name };
  const made = await createTicket(
    ctx,
    createTicketInput.parse({ subject: name, requester, html: `<p>${name}</p>` }),
  );
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** A problem of another workspace with an incident that was answered. */
export async function linkRows(owner: StaffContext, name = 'linked') {
  const [problem, incident] = [await aTicket(owner, name), await aTicket(owner, `${name}-incident`)];
  const linked = await linkTickets(owner, { ...problem, as: 'incident', number: incident.number });
  if (!linked.ok) throw new Error(linked.error.code);
  const [problemId, incidentId, answerId] = [problem.ticketId, incident.ticketId, owner.newId()];
  const answer = { problemId, answerId, texts: { en: `<p>${name}</p>` }, submitAs: 'open' } as const;
  const answered = await answerIncidents(owner, { ...answer, ticketIds: [incidentId] });
  if (!answered.ok) throw new Error(answered.error.code);
  return { linkId: linked.value.linkId, problemId, incidentId, answerId };
}

/** Each action on links and on answers to incidents, with the ids of another workspace. */
export const LINK_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  linkTickets: [
    async (ctx, { problemId: ticketId }) => {
      const { number } = await aTicket(ctx, 'mine');
      return linkTickets(ctx, { ticketId, number, as: 'related' });
    },
  ],
  unlinkTickets: [(ctx, { linkId }) => unlinkTickets(ctx, { linkId, untype: [] })],
  incidentsToAnswer: [(ctx, { problemId }) => incidentsToAnswer(ctx, { problemId })],
  answerIncidents: [
    (ctx, { problemId, incidentId }) =>
      answerIncidents(ctx, {
        ...{ problemId, answerId: ctx.newId(), texts: { en: '<p>x</p>' } },
        ...{ submitAs: 'open', ticketIds: [incidentId] },
      }),
  ],
  undoAnswers: [(ctx, { answerId, incidentId }) => undoAnswers(ctx, { answerId, ticketIds: [incidentId] })],
};
