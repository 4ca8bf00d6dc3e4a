import { mayOnTicket } from '@/domain/permission/can';
import type { PromiseAbout, PromiseSource } from '@/domain/promise/promise';
import { fail, ok, type Result } from '@/domain/shared/result';
import { fillTemplate } from '@/domain/template/fill-template';
import type { Ticket } from '@/domain/ticket/ticket';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import { byWhen } from './commands/by-when';
import { type Estimate, estimatePromise, withinHours } from './commands/estimate-promise';
import type { ProposalInput, TimesInput } from './inputs';
import { promisesOf } from './promise-rows';

/** What a person may promise now, with the words for it in the customer's language. */
export type Proposal = Readonly<{
  about: PromiseAbout;
  /** ISO 8601; null where nothing tells a time and none was asked for. */
  dueAt: string | null;
  source: PromiseSource | null;
  sample: number | null;
  group: string | null;
  /** The whole message; empty without a time. */
  text: string;
  /** The words for the time in it. */
  when: string;
  /** The one sentence that promises it, for an answer that says more; empty without a time. */
  sentence: string;
}>;

/**
 * A time to promise and a prepared message: that the customer will have it then, or, where a promise is at risk or broken,
 * that it takes longer. For a `dueAt` that is asked for, the message names that.
 */
export async function proposePromise(
  ctx: StaffContext,
  { ticketId, about, dueAt: asked }: ProposalInput,
): Promise<Result<Proposal, Readonly<{ code: 'not_found' }>>> {
  const { db } = ctx;
  const ticket = await ticketForRule(db, ctx, ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return fail({ code: 'not_found' });
  const standing = (await promisesOf(db, ctx, ticketId)).find(
    (each) => each.about === about && !each.endedAt,
  );
  const again = standing !== undefined;
  const estimate = asked ? null : await proposedTime(ctx, { ticket, about, again });
  const { source = null, sample = null, group = null } = estimate ?? {};
  const dueAt = asked ?? estimate?.dueAt ?? null;
  const said = dueAt ? await messageOf(ctx, { ticketId, about, dueAt, again }) : UNSAID;
  return ok({ about, dueAt: dueAt?.toISOString() ?? null, source, sample, group, ...said });
}

type Proposed = Readonly<{ ticket: Ticket; about: PromiseAbout; again: boolean }>;

/** Working hours until a new time where nothing tells one: who has promised before must not say nothing. */
const HOURS_MORE = 4;

async function proposedTime(ctx: StaffContext, { ticket, about, again }: Proposed): Promise<Estimate | null> {
  const estimate = await estimatePromise(ctx.db, ctx, { ticket, about });
  return estimate ?? (again ? withinHours(ctx.db, ctx, HOURS_MORE) : null);
}

const UNSAID = { text: '', when: '', sentence: '' } as const;

type Said = Readonly<{ ticketId: string; about: PromiseAbout; dueAt: Date; again: boolean }>;

async function messageOf(ctx: StaffContext, { ticketId, about, dueAt, again }: Said) {
  const { db, workspaceId } = ctx;
  const told = await templateFacts(db, ctx, { ticketId });
  if (!told) return UNSAID;
  const { language, facts, zone } = told;
  const when = await byWhen(dueAt, { now: ctx.now(), timeZone: zone, locale: language });
  const own = again
    ? await db.promiseText.findUnique({
        where: { workspaceId_locale_about: { workspaceId, locale: language, about } },
        select: { text: true },
      })
    : null;
  const words = own?.text ?? (await shippedNotice(language, { about, again }));
  const name = about === 'answer' ? 'promise.answer_by' : 'promise.solved_by';
  const t = await translator(language, 'promise');
  const { text } = fillTemplate(words, { ...facts, [name]: when }, { unfilled: 'drop' });
  return { text, when, sentence: t(`sentence.${about}`, { when }) };
}

/** The shipped words of a notice, with its places still open: what an admin begins to change. */
export async function shippedNotice(
  locale: string,
  { about, again }: Readonly<{ about: PromiseAbout; again: boolean }>,
): Promise<string> {
  const t = await translator(locale, 'promise');
  const when = about === 'answer' ? '{{promise.answer_by}}' : '{{promise.solved_by}}';
  const places = { name: '{{customer.name}}', when, agent: '{{agent.name}}' };
  return t(`notice.${again ? 'again' : 'first'}.${about}`, places);
}

/** A time that is offered to be promised, in the customer's words. */
export type OfferedTime = Readonly<{
  /** ISO 8601. */
  dueAt: string;
  source: PromiseSource;
  sample: number | null;
  group: string | null;
  sentence: string;
}>;

/** Working hours from now that are offered besides what the estimates say: soon, half a day, a day, three days. */
const OFFERED_HOURS = [2, 4, 8, 24];

/** Times that a person may promise with an answer, the soonest first, each with its sentence in the customer's language. */
export async function offerTimes(
  ctx: StaffContext,
  { ticketId, about }: TimesInput,
): Promise<Result<readonly OfferedTime[], Readonly<{ code: 'not_found' }>>> {
  const { db } = ctx;
  const ticket = await ticketForRule(db, ctx, ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return fail({ code: 'not_found' });
  const told = await templateFacts(db, ctx, { ticketId });
  if (!told) return fail({ code: 'not_found' });
  const { language: locale, zone: timeZone } = told;
  const t = await translator(locale, 'promise');
  const estimates = [await estimatePromise(db, ctx, { ticket, about })];
  for (const hours of OFFERED_HOURS) estimates.push(await withinHours(db, ctx, hours));
  const offered = distinct(estimates).map(async ({ dueAt, source, sample, group }) => {
    const when = await byWhen(dueAt, { now: ctx.now(), timeZone, locale });
    const sentence = t(`sentence.${about}`, { when });
    return { dueAt: dueAt.toISOString(), source, sample, group, sentence };
  });
  return ok(await Promise.all(offered));
}

/** In the order of time, each time once; what an estimate says comes before what is only round. */
function distinct(estimates: readonly (Estimate | null)[]): readonly Estimate[] {
  const known = estimates.filter((each) => each !== null);
  const byTime = Map.groupBy(known, ({ dueAt }) => dueAt.getTime());
  return [...byTime.values()]
    .flatMap(([first]) => first ?? [])
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}
