import 'server-only';
import { type Check, type Facts, readiness } from '@/domain/health/readiness';
import { pickLocale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { gatherFacts } from './facts';

type Asked = Readonly<{ at: Date; acceptLanguage: string | null }>;

/** Whether the installation is ready, and why not: each check with its figures, and sentences in the reader's language. */
export async function healthAnswer(db: Db, { at, acceptLanguage }: Asked) {
  const facts = await gatherFacts(db, at);
  const { ready, checks } = readiness(facts);
  const say = await translator(pickLocale({ acceptLanguage }), 'health');
  return {
    ready,
    why: checks.flatMap(({ reason }) => (reason ? [say(`reason.${reason}`)] : [])),
    checks: Object.fromEntries(
      checks.map(({ name, ok, reason }) => [name, { ok, ...(reason && { reason }), ...facts[name] }]),
    ),
    at: at.toISOString(),
  };
}

export type QueueRow = Readonly<{
  name: string;
  ready: number;
  later: number;
  active: number;
  failed: number;
}>;

export type MailboxRow = Readonly<{
  id: string;
  name: string;
  address: string | null;
  enabled: boolean;
  health: 'unknown' | 'healthy' | 'failing';
  healthDetail: string;
  healthAt: Date | null;
  lastReceivedAt: Date | null;
  /** Folders with the number up to which each was read. */
  cursors: readonly Readonly<{ folder: string; lastUid: string; updatedAt: Date }>[];
}>;

export type FailedDelivery = Readonly<{
  id: string;
  subject: string;
  rcptTo: readonly string[];
  lastError: string | null;
  createdAt: Date;
  ticketNumber: number | null;
}>;

export type DeadLetter = Readonly<{ id: string; queue: string; error: string; at: Date }>;

export type HealthPage = Readonly<{
  ready: boolean;
  checks: readonly Check[];
  facts: Facts;
  queues: readonly QueueRow[];
  mailboxes: readonly MailboxRow[];
  failed: readonly FailedDelivery[];
  dead: readonly DeadLetter[];
  held: number;
}>;

const SHOWN = 20;

/** Everything that the health page shows: the installation, and the mail of this workspace alone. */
export async function getHealthPage(ctx: StaffContext): Promise<HealthPage> {
  const facts = await gatherFacts(ctx.db, ctx.now());
  const { workspaceId } = ctx;
  const [queues, mailboxes, failed, dead, held] = await Promise.all([
    queueRows(ctx.db),
    mailboxRows(ctx),
    failedDeliveries(ctx),
    deadLetters(ctx),
    ctx.db.rawInbound.count({ where: { workspaceId, state: 'held' } }),
  ]);
  const failing = mailboxes.filter(({ enabled, health }) => enabled && health === 'failing').length;
  const own = { ...facts, mail: facts.mail && { mailboxes: mailboxes.length, failing, held } };
  return { ...readiness(own), facts: own, queues, mailboxes, failed, dead, held };
}

async function hasQueue(db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<
    { there: boolean }[]
  >`select to_regclass('jobs.queue') is not null as there`;
  return row?.there ?? false;
}

/** Figures that the worker takes every few seconds. */
async function queueRows(db: Db): Promise<QueueRow[]> {
  if (!(await hasQueue(db))) return [];
  return db.$queryRaw<QueueRow[]>`
    select name, ready_count as ready, deferred_count as later, active_count as active, failed_count as failed
    from jobs.queue where name <> 'dead' and name not like '\\_\\_%' order by name`;
}

async function mailboxRows({ db, workspaceId }: StaffContext): Promise<MailboxRow[]> {
  const rows = await db.channelAccount.findMany({
    where: { workspaceId, channel: 'email' },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      address: true,
      enabled: true,
      health: true,
      healthDetail: true,
      healthAt: true,
      lastReceivedAt: true,
      cursors: { orderBy: { folder: 'asc' }, select: { folder: true, lastUid: true, updatedAt: true } },
    },
  });
  return rows.map((row) => ({
    ...row,
    cursors: row.cursors.map((cursor) => ({ ...cursor, lastUid: String(cursor.lastUid) })),
  }));
}

async function failedDeliveries({ db, workspaceId }: StaffContext): Promise<FailedDelivery[]> {
  const rows = await db.outgoingMail.findMany({
    where: { workspaceId, state: 'failed' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: {
      id: true,
      subject: true,
      rcptTo: true,
      lastError: true,
      createdAt: true,
      message: { select: { ticket: { select: { number: true } } } },
    },
  });
  return rows.map(({ message, ...row }) => ({ ...row, ticketNumber: message?.ticket?.number ?? null }));
}

async function deadLetters({ db, workspaceId }: StaffContext): Promise<DeadLetter[]> {
  if (!(await hasQueue(db))) return [];
  return db.$queryRaw<DeadLetter[]>`
    select id, coalesce(source_name, '') as queue, created_on as at,
      left(coalesce(source_output ->> 'message', source_output::text, ''), 300) as error
    from jobs.job
    where name = 'dead' and state < 'active' and not blocked and data ->> 'workspaceId' = ${workspaceId}
    order by created_on desc limit ${SHOWN}`;
}
