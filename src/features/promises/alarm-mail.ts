import { mayOnTicket } from '@/domain/permission/can';
import type { PromiseAbout } from '@/domain/promise/promise';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { type News, tellPeople } from '@/features/notifications/commands/tell-people';
import { listeners, managing } from '@/features/sla/commands/alarm-listeners';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';
import { writeLetter } from '@/server/mail/letter';

/** A promise that people hear of: it is at risk, or it was broken. */
export type PromiseAlarm = Readonly<{
  id: string;
  ticketId: string;
  number: number;
  subject: string;
  requester: string;
  about: PromiseAbout;
  dueAt: Date;
  step: 'at_risk' | 'broken';
  assigneeId: string | null;
  teamId: string | null;
  requesterId: string;
}>;

/** The most promises that one mail names. */
const MOST_LINES = 20;

/**
 * Tells the people concerned in the ways that they chose, by mail each in one, in their language and time zone: of a promise at risk the assignee, or the
 * team's leads when nobody has the ticket; of a broken one both. Where that would be nobody, the managers of those who may
 * see the ticket, else its admins and owners.
 */
export async function mailPromiseAlarms(
  tx: Tx,
  ctx: SystemContext,
  alarms: readonly PromiseAlarm[],
): Promise<void> {
  if (alarms.length === 0) return;
  const people = await listeners(tx, ctx, alarms);
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: { name: true, slug: true },
  });
  const hearers = new Map(alarms.map((alarm) => [alarm.id, hearersOf(alarm, people)]));
  const told = people.map((listener) => ({
    listener,
    heard: alarms.filter(({ id }) => hearers.get(id)?.includes(listener)),
  }));
  const mailNow = await tellPeople(
    tx,
    ctx,
    told.flatMap(({ listener, heard }) => heard.map((alarm) => newsOf(listener, alarm))),
  );
  for (const { listener, heard } of told) {
    const mailed = heard.filter((alarm) => mailNow(newsOf(listener, alarm)));
    if (mailed.length > 0) await mailTo(tx, ctx, { listener, heard: mailed, workspace });
  }
}

function newsOf({ actor }: Listener, { id, ticketId, about, step, dueAt }: PromiseAlarm): News {
  return {
    userId: actor.id,
    kind: 'promise',
    ticketId,
    key: `promise/${id}/${step}/${dueAt.getTime()}`,
    facts: { about, step, dueAt: dueAt.toISOString() },
  };
}

type Listener = Awaited<ReturnType<typeof listeners>>[number];

/** Whom it concerns; a promise that concerns nobody is for who manages, so that it is not broken unheard. */
function hearersOf(alarm: PromiseAlarm, people: readonly Listener[]): readonly Listener[] {
  const readers = people.filter(({ actor }) => mayOnTicket(actor, 'ticket.read', alarm));
  const concerned = readers.filter((listener) => concerns(listener, alarm));
  return concerned.length > 0 ? concerned : managing(readers);
}

function concerns({ actor, leads }: Listener, alarm: PromiseAlarm): boolean {
  const isLead = alarm.teamId !== null && leads.includes(alarm.teamId);
  const leadsHear = alarm.step === 'broken' || alarm.assigneeId === null;
  return alarm.assigneeId === actor.id || (isLead && leadsHear);
}

type Mail = Readonly<{
  listener: Listener;
  heard: readonly PromiseAlarm[];
  workspace: Readonly<{ name: string; slug: string }>;
}>;

async function mailTo(tx: Tx, ctx: SystemContext, { listener, heard, workspace }: Mail): Promise<void> {
  const { actor, email, locale, timeZone } = listener;
  const [first] = heard;
  if (!first) return;
  const t = await translator(locale, 'promise');
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const lines = heard.slice(0, MOST_LINES).map(({ number, subject, requester, about, step, dueAt }) => {
    const values = { number: String(number), subject, customer: requester, about, due: time.format(dueAt) };
    return t(`mail.line.${step}`, values);
  });
  const more = heard.length - lines.length;
  const desk = `${env().PUBLIC_URL}/${workspace.slug}/desk`;
  const alone = heard.length === 1;
  const letter = writeLetter({
    greeting: t('mail.greeting', { name: actor.name }),
    paragraphs: [...lines, ...(more > 0 ? [t('mail.more', { count: more })] : [])],
    link: alone
      ? { label: t('mail.openTicket'), address: `${desk}/tickets/${first.number}` }
      : { label: t('mail.openList'), address: `${desk}?view=promises_${first.step}` },
    footer: [t('mail.why', { workspace: workspace.name })],
    locale,
  });
  const { number, subject } = first;
  await queueSystemMail(tx, ctx, {
    kind: 'notification',
    to: { address: email, name: actor.name },
    subject: alone
      ? t(`mail.subject.${first.step}`, { number: String(number), subject })
      : t('mail.subjectMany', { count: heard.length }),
    ...letter,
    uniqueKey: `promise/${first.id}/${first.step}/${first.dueAt.getTime()}/${actor.id}`,
  });
}
