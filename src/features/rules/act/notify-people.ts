import type { Role, Scope } from '@/domain/permission/actor';
import { mayOnTicket } from '@/domain/permission/can';
import { fillTemplate } from '@/domain/template/fill-template';
import type { Ticket } from '@/domain/ticket/ticket';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { tellPeople } from '@/features/notifications/commands/tell-people';
import { isLocale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { Prisma } from '@/server/db/generated/client';
import { env } from '@/server/env';
import { writeLetter } from '@/server/mail/letter';
import { type Acting, type Ended, failed, type Step, ticketOf } from './acting';

type Person = Readonly<{
  userId: string;
  role: Role;
  scope: Scope;
  teams: readonly Readonly<{ teamId: string }>[];
  user: Readonly<{ name: string; email: string; locale: string }>;
}>;

/**
 * Tells colleagues in the ways that they chose, each in their language, once: those of the ones named who may see the
 * ticket.
 */
export async function notifyPeople(acting: Acting, { action, index }: Step<'notify'>): Promise<Ended> {
  const ticket = await ticketOf(acting);
  const people = (await named(acting, ticket, action)).filter((person) => maySee(person, ticket));
  if (people.length === 0) return failed('rule.nobody_to_tell');
  const { slug } = await acting.tx.workspace.findUniqueOrThrow({
    where: { id: acting.ctx.workspaceId },
    select: { slug: true },
  });
  const { runId, rule } = acting;
  const key = `rule/${runId}/${index}`;
  const told: Told[] = [];
  for (const person of people)
    told.push({ person, text: await textFor(acting, { person, ticket, text: action.text }) });
  const mailNow = await tellPeople(
    acting.tx,
    acting.ctx,
    told.map(({ person: { userId }, text }) => ({
      ...{ userId, key, kind: 'rule', ticketId: ticket.id },
      facts: { rule: rule.name, text: text.slice(0, MOST_TEXT) },
    })),
  );
  for (const { person, text } of told) {
    if (mailNow({ userId: person.userId, key })) await mailTo(acting, { person, ticket, slug, text, index });
  }
  return { ok: true, detail: people.map(({ user }) => user.name).join(', ') };
}

function named(
  { tx, ctx }: Acting,
  ticket: Ticket,
  { people, userIds }: Step<'notify'>['action'],
): Promise<Person[]> {
  const inTeam = { teamId: ticket.teamId ?? ctx.workspaceId };
  const kinds: Readonly<Record<(typeof people)[number], Prisma.MembershipWhereInput>> = {
    assignee: { userId: ticket.assigneeId ?? ctx.workspaceId },
    team: { teams: { some: inTeam } },
    team_leads: { teams: { some: { ...inTeam, lead: true } } },
    managers: { role: { in: ['manager', 'admin', 'owner'] } },
  };
  return tx.membership.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      deactivatedAt: null,
      user: { disabledAt: null },
      OR: [{ userId: { in: [...userIds] } }, ...people.map((kind) => kinds[kind])],
    },
    orderBy: { userId: 'asc' },
    select: {
      userId: true,
      role: true,
      scope: true,
      teams: { select: { teamId: true } },
      user: { select: { name: true, email: true, locale: true } },
    },
  });
}

const maySee = ({ userId, role, scope, teams, user }: Person, ticket: Ticket): boolean =>
  mayOnTicket(
    { kind: 'user', id: userId, name: user.name, role, scope, teamIds: teams.map(({ teamId }) => teamId) },
    'ticket.read',
    ticket,
  );

/** What a list of notifications keeps of the text. */
const MOST_TEXT = 500;

type Told = Readonly<{ person: Person; text: string }>;
type Asked = Readonly<{ person: Person; ticket: Ticket; text: string }>;

/** The rule's words for this person; what cannot be filled in is left out. */
async function textFor({ tx, ctx }: Acting, { person, ticket, text }: Asked): Promise<string> {
  const { locale } = person.user;
  const language = isLocale(locale) ? locale : undefined;
  const known = await templateFacts(tx, ctx, { ticketId: ticket.id, language });
  return fillTemplate(text, known?.facts ?? {}, { unfilled: 'drop' }).text;
}

type Mail = Readonly<{ person: Person; ticket: Ticket; slug: string; text: string; index: number }>;

async function mailTo(
  { tx, ctx, rule, runId }: Acting,
  { person, ticket, slug, text, index }: Mail,
): Promise<void> {
  const { userId, user } = person;
  const t = await translator(user.locale, 'outgoing');
  const letter = writeLetter({
    greeting: t('rule.greeting', { name: user.name }),
    paragraphs: text
      .split(/\n{2,}/)
      .map((part) => part.trim())
      .filter(Boolean),
    link: {
      label: t('rule.open', { number: String(ticket.number) }),
      address: `${env().PUBLIC_URL}/${slug}/desk/tickets/${ticket.number}`,
    },
    footer: [t('rule.why', { rule: rule.name })],
    locale: user.locale,
  });
  await queueSystemMail(tx, ctx, {
    kind: 'notification',
    to: { address: user.email, name: user.name },
    subject: t('rule.subject', { number: String(ticket.number), subject: ticket.subject }),
    ...letter,
    uniqueKey: `rule:${runId}:${index}:${userId}`,
  });
}
