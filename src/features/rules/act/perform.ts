import type { TicketAction } from '@/domain/action/action';
import { type ActionPatch, patchedTwice, patchOf } from '@/domain/action/decide-actions';
import type { ActionResult } from '@/domain/rule/rule';
import { fillTemplate } from '@/domain/template/fill-template';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { patchTicket } from '@/features/tickets/commands/act-on-ticket';
import { queueWebhook } from '@/features/webhooks/commands/queue-webhook';
import { webhookTicket } from '@/features/webhooks/commands/webhook-data';
import { isLostRace } from '@/server/db/transaction';
import { log } from '@/server/log';
import { type Acting, DONE, type Ended, failed, notSet, type Step } from './acting';
import { mailCustomer } from './mail-customer';
import { notifyPeople } from './notify-people';
import { openLinked } from './open-linked';
import { promise } from './promise';
import { startChecklist } from './start-checklist';
import { addNote, useMacro } from './use-macro';

export type Performed = Readonly<{ results: readonly ActionResult[]; stopped: boolean }>;

const ME = { me: null };

/**
 * Does what a rule says, in its order; neighbouring changes of fields are one save. What goes wrong is undone, written down
 * and does not keep the rest from being done. A lost race is thrown: then all of it is done again from the start.
 */
export async function performActions(acting: Acting): Promise<Performed> {
  const results: ActionResult[] = [];
  let waiting: Waiting[] = [];
  const flush = async () => {
    results.push(...(await changeFields(acting, waiting)));
    waiting = [];
  };
  for (const [index, action] of acting.rule.actions.entries()) {
    const patch = patchOf(action, ME);
    if (patch) {
      waiting.push({ kind: action.kind, patch });
      continue;
    }
    await flush();
    if (action.kind === 'stop') return { results: [...results, { kind: 'stop', ok: true }], stopped: true };
    const ended = await attempt(acting, () =>
      OTHERS[action.kind as Other](acting, { action, index } as never),
    );
    results.push({ kind: action.kind, ...ended });
  }
  await flush();
  return { results, stopped: false };
}

type Waiting = Readonly<{ kind: TicketAction['kind']; patch: ActionPatch }>;

/** All in one save; when that cannot be, each by itself, to do what can be done and to say which one cannot. */
async function changeFields(acting: Acting, waiting: readonly Waiting[]): Promise<ActionResult[]> {
  const [first, ...others] = waiting;
  if (!first) return [];
  const together = others.reduce((patch, other) => patchedTwice(patch, other.patch), first.patch);
  const all = await attempt(acting, () => setFields(acting, together));
  if (all.ok || others.length === 0) return waiting.map(({ kind }) => ({ kind, ...all }));
  const results: ActionResult[] = [];
  for (const { kind, patch } of waiting) {
    results.push({ kind, ...(await attempt(acting, () => setFields(acting, patch))) });
  }
  return results;
}

async function setFields(acting: Acting, patch: ActionPatch): Promise<Ended> {
  const { tx, ctx, ticketId } = acting;
  const subject =
    patch.subject === undefined ? {} : { subject: await filledSubject(tx, { ctx, ticketId }, patch.subject) };
  const set = await patchTicket(tx, ctx, { ticketId, patch: { ...patch, ...subject } });
  return set.ok ? DONE : notSet(acting, set.error);
}

async function filledSubject(
  tx: Acting['tx'],
  { ctx, ticketId }: Pick<Acting, 'ctx' | 'ticketId'>,
  template: string,
): Promise<string> {
  const known = await templateFacts(tx, ctx, { ticketId });
  const { text } = fillTemplate(template, known?.facts ?? {}, { unfilled: 'drop' });
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}

type Other =
  | 'add_checklist'
  | 'make_promise'
  | 'note'
  | 'mail'
  | 'notify'
  | 'apply_macro'
  | 'webhook'
  | 'create_linked_ticket';

const OTHERS: { [Kind in Other]: (acting: Acting, step: Step<Kind>) => Promise<Ended> } = {
  note: async (acting, { action }) => {
    await addNote(acting, action.text);
    return DONE;
  },
  mail: mailCustomer,
  make_promise: promise,
  notify: notifyPeople,
  add_checklist: (acting, { action }) => startChecklist(acting, action.templateId),
  apply_macro: useMacro,
  webhook: callWebhook,
  create_linked_ticket: openLinked,
};

async function callWebhook(acting: Acting, { action, index }: Step<'webhook'>): Promise<Ended> {
  const { tx, ctx, rule, runId, ticketId } = acting;
  const queued = await queueWebhook(tx, {
    workspaceId: ctx.workspaceId,
    endpointId: action.endpointId,
    type: 'rule.matched',
    data: { rule: { id: rule.id, name: rule.name }, ticket: await webhookTicket(tx, ctx, ticketId) },
    uniqueKey: `rule:${runId}:${index}`,
    at: ctx.now(),
  });
  return queued ? DONE : failed('rule.gone');
}

/** Runs one action so that, when it fails, nothing of it stays. */
async function attempt({ tx, rule }: Acting, work: () => Promise<Ended>): Promise<Ended> {
  await tx.$executeRaw`savepoint act`;
  try {
    const ended = await work();
    await (ended.ok ? tx.$executeRaw`release savepoint act` : tx.$executeRaw`rollback to savepoint act`);
    return ended;
  } catch (error) {
    if (isLostRace(error)) throw error;
    await tx.$executeRaw`rollback to savepoint act`;
    log().error({ error, ruleId: rule.id }, 'an action of a rule failed');
    return failed('server.error');
  }
}
