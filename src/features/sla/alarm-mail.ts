import { mayOnTicket } from '@/domain/permission/can';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { type News, tellPeople } from '@/features/notifications/commands/tell-people';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';
import { writeLetter } from '@/server/mail/letter';
import type { Alarm, Listener } from './alarm';
import { listeners, managing } from './commands/alarm-listeners';

/** The most tickets that one mail names. */
const MOST_LINES = 20;

/**
 * Tells the people concerned in the ways that they chose, by mail each in one, in their language and time zone: of a target at risk the assignee, or the
 * team's leads when nobody has the ticket; of a missed one both; of one that stays missed the managers. They hear of every step of a
 * ticket that nobody has and no lead hears of, so that none is missed unheard.
 */
export async function mailAlarms(tx: Tx, ctx: SystemContext, alarms: readonly Alarm[]): Promise<void> {
  if (alarms.length === 0) return;
  const people = await listeners(tx, ctx, alarms);
  const { name, slug } = await tx.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: { name: true, slug: true },
  });
  const hearing = new Map(alarms.map((alarm) => [alarm, hearersOf(alarm, people)]));
  const told = people.map((listener) => ({
    listener,
    heard: lastOfEach(alarms.filter((alarm) => hearing.get(alarm)?.includes(listener))),
  }));
  const mailNow = await tellPeople(
    tx,
    ctx,
    told.flatMap(({ listener, heard }) => heard.map((alarm) => newsOf(listener, alarm))),
  );
  for (const { listener, heard } of told) {
    const mailed = heard.filter((alarm) => mailNow(newsOf(listener, alarm)));
    if (mailed.length > 0) await mailTo(tx, ctx, { listener, heard: mailed, workspace: { name, slug } });
  }
}

function newsOf({ actor }: Listener, { clockId, ticketId, metric, level, dueAt }: Alarm): News {
  return {
    userId: actor.id,
    kind: level === 1 ? 'sla_warning' : 'sla_missed',
    ticketId,
    key: `sla/${clockId}/${level}/${dueAt.getTime()}`,
    facts: { metric, level, dueAt: dueAt.toISOString() },
  };
}

/** Of the steps that a clock went through while nobody looked, a person is told the last one that concerns them. */
const lastOfEach = (alarms: readonly Alarm[]): Alarm[] => [
  ...new Map(alarms.map((alarm) => [alarm.clockId, alarm])).values(),
];

/** Who is to hear of a step, among those who may read its ticket. */
function hearersOf(alarm: Alarm, people: readonly Listener[]): readonly Listener[] {
  const readers = people.filter(({ actor }) => mayOnTicket(actor, 'ticket.read', alarm));
  if (alarm.level === 3) return managing(readers);
  const assignees = readers.filter(({ actor }) => actor.id === alarm.assigneeId);
  const leads = readers.filter(({ leads }) => alarm.teamId !== null && leads.includes(alarm.teamId));
  const heard = alarm.level === 1 && alarm.assigneeId !== null ? assignees : [...assignees, ...leads];
  return alarm.assigneeId === null && heard.length === 0 ? managing(readers) : heard;
}

type Mail = Readonly<{
  listener: Listener;
  heard: readonly Alarm[];
  workspace: Readonly<{ name: string; slug: string }>;
}>;

async function mailTo(tx: Tx, ctx: SystemContext, { listener, heard, workspace }: Mail): Promise<void> {
  const { actor, email, locale, timeZone } = listener;
  const t = await translator(locale, 'sla');
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const lines = heard.slice(0, MOST_LINES).map(({ number, subject, metric, level, dueAt }) => {
    const values = { number, subject, metric: t(`metric.${metric}`), due: time.format(dueAt) };
    return t(`mail.line.${level}`, values);
  });
  const more = heard.length - lines.length;
  const [first] = heard;
  if (!first) return;
  const desk = `${env().PUBLIC_URL}/${workspace.slug}/desk`;
  const alone = heard.length === 1;
  const letter = writeLetter({
    greeting: t('mail.greeting', { name: actor.name }),
    paragraphs: [...lines, ...(more > 0 ? [t('mail.more', { count: more })] : [])],
    link: alone
      ? { label: t('mail.openTicket'), address: `${desk}/tickets/${first.number}` }
      : { label: t('mail.openList'), address: `${desk}?sort=due` },
    footer: [t('mail.why', { workspace: workspace.name })],
    locale,
  });
  const { number, subject } = first;
  await queueSystemMail(tx, ctx, {
    kind: 'notification',
    to: { address: email, name: actor.name },
    subject: alone
      ? t(`mail.subject.${first.level}`, { number, subject })
      : t('mail.subjectMany', { count: heard.length }),
    ...letter,
    uniqueKey: `sla/${first.clockId}/${first.level}/${first.dueAt.getTime()}/${actor.id}`,
  });
}
