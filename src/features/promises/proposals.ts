import { mayOnTicket } from '@/domain/permission/can';
import type { PromiseAbout, PromiseSource } from '@/domain/promise/promise';
import { fail, ok, type Result } from '@/domain/shared/result';
import { fillTemplate } from '@/domain/template/fill-template';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import { byWhen } from './commands/by-when';
import { estimatePromise } from './commands/estimate-promise';
import type { ProposalInput } from './inputs';
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
  const estimate = asked ? null : await estimatePromise(db, ctx, { ticket, about });
  const { source = null, sample = null, group = null } = estimate ?? {};
  const dueAt = asked ?? estimate?.dueAt ?? null;
  const standing = (await promisesOf(db, ctx, ticketId)).find(
    (each) => each.about === about && !each.endedAt,
  );
  const again = standing !== undefined;
  const said = dueAt ? await messageOf(ctx, { ticketId, about, dueAt, again }) : { text: '', when: '' };
  return ok({ about, dueAt: dueAt?.toISOString() ?? null, source, sample, group, ...said });
}

type Said = Readonly<{ ticketId: string; about: PromiseAbout; dueAt: Date; again: boolean }>;

async function messageOf(ctx: StaffContext, { ticketId, about, dueAt, again }: Said) {
  const { db, workspaceId } = ctx;
  const told = await templateFacts(db, ctx, { ticketId });
  if (!told) return { text: '', when: '' };
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
  return { text: fillTemplate(words, { ...facts, [name]: when }, { unfilled: 'drop' }).text, when };
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
