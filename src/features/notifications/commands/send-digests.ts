import type { NoticeKind } from '@/domain/notification/preferences';
import type { Role, Scope } from '@/domain/permission/actor';
import { may, mayOnTicket } from '@/domain/permission/can';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { noticeSentences } from '@/features/notifications/notice-sentence';
import { titleOfArticle } from '@/features/notifications/title-of-article';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';
import { writeLetter } from '@/server/mail/letter';

type World = Pick<SystemContext, 'db' | 'newId'>;

const PEOPLE = 20;
const NOTICES = 2_000;
const MOST_GROUPS = 20;

type Due = Readonly<{
  id: string;
  workspaceId: string;
  userId: string;
  kind: NoticeKind;
  actorName: string;
  facts: Readonly<Record<string, unknown>>;
  readAt: Date | null;
  /** The ticket or the article. */
  aboutId: string;
  /** Null for an article. */
  number: number | null;
  subject: string;
  teamId: string | null;
  assigneeId: string | null;
  requesterId: string | null;
}>;

/**
 * Sends what is due by mail by `asOf`: each person gets one mail of what they have not read in the meantime. Two sweeps at
 * once share the work.
 */
export async function sendDigests(world: World, asOf: Date): Promise<void> {
  for (;;) {
    const count = await transaction(world, (tx) => sendBatch(tx, world, asOf));
    if (count === 0) return;
  }
}

async function sendBatch(tx: Tx, world: World, asOf: Date): Promise<number> {
  const due = await tx.$queryRaw<Due[]>`
    with people as (
      select distinct "workspaceId", "userId" from "Notification" where "mailAt" <= ${asOf}::timestamptz limit ${PEOPLE}
    )
    select n.id, n."workspaceId", n."userId", n.kind, n."actorName", n.facts, n."readAt",
      coalesce(n."ticketId", n."articleId") as "aboutId", t.number, coalesce(t.subject, x.title) as subject,
      t."teamId", t."assigneeId", t."requesterId"
    from "Notification" n
    join people p on p."workspaceId" = n."workspaceId" and p."userId" = n."userId"
    left join "Ticket" t on t."workspaceId" = n."workspaceId" and t.id = n."ticketId"
    ${titleOfArticle}
    where n."mailAt" <= ${asOf}::timestamptz
    order by n.at, n.id limit ${NOTICES} for update of n skip locked`;
  if (due.length === 0) return 0;
  await tx.notification.updateMany({
    where: {
      id: { in: due.map(({ id }) => id) },
      workspaceId: { in: due.map(({ workspaceId }) => workspaceId) },
    },
    data: { mailAt: null },
  });
  const byPerson = Map.groupBy(due, ({ workspaceId, userId }) => `${workspaceId} ${userId}`);
  for (const notices of byPerson.values()) await mailTo(tx, { ...world, now: () => asOf }, notices);
  return due.length;
}

type Writing = World & Readonly<{ now: () => Date }>;

async function mailTo(tx: Tx, world: Writing, notices: readonly Due[]): Promise<void> {
  const [first] = notices;
  if (!first) return;
  const { workspaceId, userId } = first;
  const person = await readerOf(tx, first);
  if (!person) return;
  const { user, workspace } = person;
  const unread = notices.filter((notice) => notice.readAt === null && maySee(person, notice));
  if (unread.length === 0) return;
  const t = await translator(user.locale, 'notification');
  const say = await noticeSentences(user);
  const groups = [...Map.groupBy(unread, ({ aboutId }) => aboutId).values()];
  const shown = groups.slice(0, MOST_GROUPS).map((group) => {
    const [{ number, subject } = first] = group;
    const lines = group.slice(-MOST_LINES).map((notice) => `– ${say(notice)}`);
    const name = number === null ? subject : t('mail.ticket', { number: String(number), subject });
    return [name, ...lines].join('\n');
  });
  const more = groups.length - shown.length;
  const place = `${env().PUBLIC_URL}/${workspace.slug}`;
  const letter = writeLetter({
    greeting: t('mail.greeting', { name: user.name }),
    paragraphs: [...shown, ...(more > 0 ? [t('mail.more', { count: more })] : [])],
    link: { label: t('mail.open'), address: `${place}/notifications` },
    footer: [t('mail.why', { workspace: workspace.name })],
    locale: user.locale,
  });
  await queueSystemMail(
    tx,
    { ...world, workspaceId },
    {
      kind: 'notification',
      to: { address: user.email, name: user.name },
      subject: subjectOf(t, groups),
      ...letter,
      uniqueKey: `digest/${first.id}/${userId}`,
    },
  );
}

type Words = Awaited<ReturnType<typeof translator<'notification'>>>;

/** Counts tickets where it tells of nothing else. */
function subjectOf(t: Words, groups: readonly (readonly Due[])[]): string {
  const subject = groups[0]?.[0]?.subject ?? '';
  const count = groups.length;
  const isMixed = count > 1 && groups.some(([one]) => one?.number === null);
  return isMixed ? t('mail.mixed', { subject, more: count - 1 }) : t('mail.subject', { count, subject });
}

/** Of one ticket or article a mail tells the last that happened. */
const MOST_LINES = 5;

function readerOf(tx: Tx, { workspaceId, userId }: Due) {
  return tx.membership.findFirst({
    where: { workspaceId, userId, deactivatedAt: null, user: { disabledAt: null } },
    select: {
      userId: true,
      role: true,
      scope: true,
      teams: { select: { teamId: true } },
      user: { select: { name: true, email: true, locale: true, timeZone: true } },
      workspace: { select: { name: true, slug: true } },
    },
  });
}

type Person = Readonly<{
  userId: string;
  role: Role;
  scope: Scope;
  teams: readonly Readonly<{ teamId: string }>[];
}>;

function maySee({ userId, role, scope, teams }: Person, about: Due): boolean {
  const teamIds = teams.map(({ teamId }) => teamId);
  const actor = { kind: 'user', id: userId, name: '', role, scope, teamIds } as const;
  const { number, teamId, assigneeId, requesterId } = about;
  if (number === null || requesterId === null) return may(actor, 'knowledge.read');
  return mayOnTicket(actor, 'ticket.read', { teamId, assigneeId, requesterId });
}
