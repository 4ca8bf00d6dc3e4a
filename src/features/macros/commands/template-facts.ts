import type { PromiseAbout } from '@/domain/promise/promise';
import { wholeName } from '@/domain/template/customer-name';
import type { TemplateFacts } from '@/domain/template/variables';
import { ownFieldFacts } from '@/features/fields/commands/own-field-facts';
import { byWhen } from '@/features/promises/commands/by-when';
import { isLocale, LOCALES, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { Context } from '@/server/context';
import { surveyAddress, ticketToken } from '@/server/crypto/survey-token';
import type { Db, Tx } from '@/server/db/client';
import { portalUrl } from '@/server/portal/portal-url';

type Wanted = Readonly<{
  ticketId: string;
  /** Absent: the language of the ticket, else the customer's, else the workspace's. */
  language?: Locale | undefined;
}>;

export type FactsInLanguage = Readonly<{ language: Locale; zone: string; facts: TemplateFacts }>;

/**
 * What a text may say about a ticket, in the language in which its customer reads it and in the customer's time zone.
 * The agent is who is acting; for a rule it is the ticket's assignee. Asks for no permission: whoever calls has loaded the
 * ticket and asked. Null when there is no such ticket.
 */
export async function templateFacts(
  db: Db | Tx,
  ctx: Context,
  { ticketId, language }: Wanted,
): Promise<FactsInLanguage | null> {
  const ticket = await loadTicket(db, ctx, ticketId);
  if (!ticket) return null;
  const { workspace, requester } = ticket;
  const spoken = [language, ticket.language, requester.locale, workspace.locale].find(isLocale) ?? LOCALES[0];
  const agent = await loadAgent(db, ctx, ticket.assigneeId);
  const zone = requester.timeZone ?? workspace.timeZone;
  const of = { workspaceId: ctx.workspaceId, ticketId, customerId: ticket.requesterId };
  const own = await ownFieldFacts(db, { ...of, language: spoken });
  const facts = {
    ...own,
    ...(await ticketFacts(ticket, spoken, zone)),
    ...customerFacts(requester),
    ...promiseFacts(ticket.clocks, timeIn(spoken, zone)),
    ...(await toldFacts(ticket.promises, { language: spoken, zone, now: ctx.now() })),
    'agent.name': agent?.user.name ?? '',
    'agent.email': agent?.user.email ?? '',
    'agent.signature': agent?.signature ?? '',
    'team.name': ticket.team?.name ?? '',
    'workspace.name': workspace.name,
    'workspace.answer_hours': String(workspace.answerWithinHours ?? ''),
    'survey.link': surveyAddress(ticketToken({ workspaceId: ctx.workspaceId, id: ticketId })),
    'today.date': dayIn(spoken, zone).format(ctx.now()),
  } as const satisfies TemplateFacts;
  return { language: spoken, zone, facts };
}

function loadTicket(db: Db | Tx, { workspaceId }: Context, id: string) {
  return db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      number: true,
      subject: true,
      status: true,
      priority: true,
      type: true,
      language: true,
      createdAt: true,
      assigneeId: true,
      requesterId: true,
      team: { select: { name: true } },
      workspace: {
        select: {
          slug: true,
          name: true,
          locale: true,
          timeZone: true,
          answerWithinHours: true,
          portalSettings: { select: { enabled: true, signIn: true, host: true, hostProvenAt: true } },
        },
      },
      requester: {
        select: {
          displayName: true,
          givenName: true,
          familyName: true,
          nameOrder: true,
          locale: true,
          timeZone: true,
          organization: { select: { name: true } },
          identities: {
            where: { kind: 'email' },
            orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }],
            take: 1,
            select: { value: true },
          },
        },
      },
      clocks: {
        where: { runningSince: { not: null }, fulfilledAt: null, cancelledAt: null },
        orderBy: { dueAt: 'asc' },
        select: { metric: true, dueAt: true },
      },
      promises: {
        where: { openAs: { not: null } },
        select: { about: true, dueAt: true, brokenAt: true },
      },
    },
  });
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadTicket>>>;

/** Who signs: the person at work, or the assignee when nobody is. */
async function loadAgent(db: Db | Tx, { workspaceId, actor }: Context, assigneeId: string | null) {
  const userId = actor.kind === 'user' ? (actor.id ?? assigneeId) : assigneeId;
  if (!userId) return null;
  return db.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { signature: true, user: { select: { name: true, email: true } } },
  });
}

async function ticketFacts(ticket: Loaded, language: Locale, zone: string) {
  const t = await translator(language, 'common');
  return {
    'ticket.number': String(ticket.number),
    'ticket.subject': ticket.subject,
    'ticket.status': t(`status.${ticket.status}`),
    'ticket.priority': t(`priority.${ticket.priority}`),
    'ticket.type': t(`type.${ticket.type}`),
    'ticket.created': dayIn(language, zone).format(ticket.createdAt),
    'ticket.link': linkTo(ticket, language),
  };
}

/** Where the customer sees the ticket once they have signed in; empty where nobody can. */
function linkTo({ number, workspace: { slug, portalSettings: set } }: Loaded, language: Locale): string {
  if (set && (!set.enabled || set.signIn === 'nobody')) return '';
  const host = set?.hostProvenAt ? set.host : null;
  return portalUrl({ slug, host }, language, `/requests/${number}`);
}

function customerFacts(requester: Loaded['requester']) {
  return {
    'customer.name': wholeName(requester),
    'customer.given_name': requester.givenName ?? '',
    'customer.family_name': requester.familyName ?? '',
    'customer.email': requester.identities[0]?.value ?? '',
    'customer.organization': requester.organization?.name ?? '',
  };
}

/** When each promise that still runs falls due; one that stands still has no time to name. */
function promiseFacts(clocks: Loaded['clocks'], time: Intl.DateTimeFormat) {
  const due = (metric?: string) => {
    const clock = clocks.find((each) => each.dueAt && (metric === undefined || each.metric === metric));
    return clock?.dueAt ? time.format(clock.dueAt) : '';
  };
  return {
    'promise.first_reply': due('first_reply'),
    'promise.next_reply': due('next_reply'),
    'promise.resolution': due('resolution'),
    'promise.next': due(),
  };
}

/** What the customer was told, in the words in which people name times; nothing of what is broken already. */
async function toldFacts(
  promises: Loaded['promises'],
  { language, zone, now }: Readonly<{ language: Locale; zone: string; now: Date }>,
) {
  const by = async (about: PromiseAbout) => {
    const told = promises.find((each) => each.about === about && !each.brokenAt && each.dueAt > now);
    return told ? byWhen(told.dueAt, { now, timeZone: zone, locale: language }) : '';
  };
  return { 'promise.answer_by': await by('answer'), 'promise.solved_by': await by('resolution') };
}

const timeIn = (language: Locale, timeZone: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
const dayIn = (language: Locale, timeZone: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
