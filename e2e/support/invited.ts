import { saveSurvey } from '@/features/surveys/commands/save-survey';
import { surveyFields } from '@/features/surveys/commands/survey-fields';
import type { StaffContext } from '@/server/context';
import { inviteToken, inviteTokenHash } from '@/server/crypto/survey-token';
import type { newWorld } from '../../tests/support/world';

type World = Awaited<ReturnType<typeof newWorld>>;
type Wish = Readonly<{ locale?: 'en' | 'hu' | 'lv'; agent?: StaffContext; over?: Record<string, unknown> }>;

/** A customer who was asked about a ticket, and the secret of their link. */
export async function invited(
  world: World,
  owner: StaffContext,
  { locale = 'en', agent = owner, over = {} }: Wish = {},
) {
  const { db, workspaceId } = world;
  const fields = { name: 'Satisfaction', kind: 'csat', active: true, ...over };
  const saved = await saveSurvey(owner, surveyFields.parse(fields));
  if (!saved.ok) throw new Error(saved.error.code);
  const { surveyId } = saved.value;
  const { ticketId, number } = await world.ticket(agent, { kind: 'inbound', assigneeId: agent.actor.id });
  const ticket = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  const id = owner.newId();
  const at = world.now();
  await db.surveyInvite.create({
    data: {
      ...{ workspaceId, id, surveyId, surveyVersion: 1, ticketId, locale },
      ...{ customerId: ticket.requesterId, agentId: agent.actor.id, channel: 'email', state: 'sent' },
      ...{ tokenHash: inviteTokenHash(id), dueAt: at, sentAt: at, createdAt: at },
      expiresAt: new Date(at.getTime() + 30 * 86_400_000),
    },
  });
  return { surveyId, ticketId, number, inviteId: id, path: `/survey/${inviteToken(id)}` };
}
