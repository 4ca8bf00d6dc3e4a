import { planSurveys } from '@/features/surveys/commands/plan-surveys';
import { saveSurvey } from '@/features/surveys/commands/save-survey';
import { surveyFields } from '@/features/surveys/commands/survey-fields';
import { sweepSurveys } from '@/features/surveys/commands/sweep-surveys';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { replyInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { inviteToken } from '@/server/crypto/survey-token';
import { newWorld } from '../../support/world';

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

/** An invite as the sweep leaves it, without a sweep: that goes through every workspace. */
export async function asked(over: Record<string, unknown> = {}, teamId: string | null = null) {
  const world = await newWorld();
  const agent = await world.member();
  const manager = await world.member({ role: 'manager', name: 'Mária Manager' });
  const surveyId = await survey(manager, over);
  const { ticketId } = await solvedTicket(world, agent, { teamId });
  const [invite] = await invites(world);
  if (!invite) throw new Error('nobody is asked');
  const days = (many: number) => new Date(world.now().getTime() + many * 86_400_000);
  await world.db.surveyInvite.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { state: 'sent', sentAt: world.now(), expiresAt: days(30), remindAt: days(5) },
  });
  return { world, agent, manager, surveyId, ticketId, inviteId: invite.id, token: inviteToken(invite.id) };
}

/** What the history of a ticket tells of surveys. */
export const eventsOf = ({ db, workspaceId }: World, ticketId: string) =>
  db.ticketEvent.findMany({
    where: { workspaceId, ticketId, type: { startsWith: 'survey.' } },
    orderBy: { position: 'asc' },
  });
