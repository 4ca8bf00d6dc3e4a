import { planSurveys } from '@/features/surveys/commands/plan-surveys';
import { saveSurvey } from '@/features/surveys/commands/save-survey';
import { surveyFields } from '@/features/surveys/commands/survey-fields';
import { sweepSurveys } from '@/features/surveys/commands/sweep-surveys';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { replyInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import type { newWorld } from '../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

/** A survey that is on: CSAT an hour after the solution, without quiet hours, unless told otherwise. */
export async function survey(ctx: StaffContext, over: Record<string, unknown> = {}): Promise<string> {
  const fields = surveyFields.parse({
    name: 'Satisfaction',
    kind: 'csat',
    quiet: null,
    active: true,
    ...over,
  });
  const saved = await saveSurvey(ctx, fields);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.surveyId;
}

/** A ticket of a customer that an agent has answered and solved; the worker has seen it. */
export async function solvedTicket(world: World, agent: StaffContext, over: Record<string, unknown> = {}) {
  const { ticketId, number, messageId } = await world.ticket(agent, {
    kind: 'inbound',
    assigneeId: agent.actor.id,
    ...over,
  });
  world.pass(60);
  const replied = await replyToTicket(
    agent,
    replyInput.parse({ ticketId, html: '<p>Mended.</p>', submitAs: 'open', lastSeenMessageId: messageId }),
  );
  if (!replied.ok) throw new Error(replied.error.code);
  world.pass(60);
  await solve(world, agent, ticketId);
  return { ticketId, number };
}

export async function solve(world: World, agent: StaffContext, ticketId: string): Promise<void> {
  const solved = await changeTicket(agent, { ticketId, status: 'solved' });
  if (!solved.ok) throw new Error(solved.error.code);
  await planSurveys(world.system('schedule'), { ticketId });
}

export async function reopen(world: World, agent: StaffContext, ticketId: string): Promise<void> {
  await changeTicket(agent, { ticketId, status: 'open' });
  await planSurveys(world.system('schedule'), { ticketId });
}

/** Lets so many hours pass and the sweep look. Other tests' rows may be swept as well: what is asserted are one's own. */
export async function later(world: World, hours: number): Promise<void> {
  world.pass(hours * 3600);
  await sweepSurveys({ db: world.db, now: world.now, newId: world.system().newId }, world.now());
}

export const invites = ({ db, workspaceId }: World) =>
  db.surveyInvite.findMany({ where: { workspaceId }, orderBy: { createdAt: 'asc' } });

export const mails = ({ db, workspaceId }: World) =>
  db.outgoingMail.findMany({ where: { workspaceId, kind: 'survey' }, orderBy: { createdAt: 'asc' } });
