import type { PromiseMade } from '@/domain/promise/event';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import { type Opening, openTicket } from '@/domain/ticket/receive';
import type { Channel, NewMessage } from '@/domain/ticket/ticket';
import { isLocale, LOCALES } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { byWhen } from './by-when';
import { type Estimate, openingPromise } from './estimate-promise';
import { promiseMade } from './make-promise';
import { zoneOf } from './zone-of';

type Asked = Readonly<{
  /** The ticket that is about to be saved. */
  opening: Opening;
  /** The private conversation in which it is told. */
  conversationId: string;
  account: Readonly<{ id: string; name: string; channel: Channel }>;
  handle: string;
  inReplyTo: string | null;
}>;

/** What is told in a conversation, if anything is, and what is promised. */
export type OpeningNotice = Readonly<{ message: NewMessage | null; promised: PromiseMade }>;

/**
 * The words that tell a customer in their conversation that their message has arrived, under which number, and by when to
 * expect an answer; without words for a customer who wants no such messages, whom the portal tells when they look. Null where
 * nothing is promised by itself, or nothing tells a time.
 */
export async function openingNotice(tx: Tx, ctx: Context, asked: Asked): Promise<OpeningNotice | null> {
  const { opening } = asked;
  const { workspaceId } = ctx;
  const estimate = await openingTime(tx, ctx, opening);
  if (!estimate) return null;
  const where = { workspaceId, customerId: opening.requesterId, acknowledgements: false };
  if ((await tx.customerMailChoice.count({ where })) > 0) {
    return { message: null, promised: promiseMade(ctx, { estimate, about: 'answer' }) };
  }
  const message = await messageOf(tx, ctx, { ...asked, estimate });
  return { message, promised: promiseMade(ctx, { estimate, about: 'answer', messageId: message.id }) };
}

/**
 * What is promised on a ticket that is about to be saved, without words of its own: the portal tells it whenever the customer looks. Null
 * where nothing is promised by itself, or nothing tells a time.
 */
export async function openingWithout(tx: Tx, ctx: Context, opening: Opening): Promise<PromiseMade | null> {
  const estimate = await openingTime(tx, ctx, opening);
  return estimate && promiseMade(ctx, { estimate, about: 'answer' });
}

/** By when an answer may be promised on a ticket that is about to be saved; null where none is. */
export function openingTime(tx: Tx, ctx: Context, opening: Opening): Promise<Estimate | null> {
  const { after } = openTicket(opening, { message: null, by: ctx.actor, at: ctx.now() });
  return openingPromise(tx, ctx, after);
}

type Told = Asked & Readonly<{ estimate: Estimate }>;

async function messageOf(tx: Tx, ctx: Context, told: Told): Promise<NewMessage> {
  const { opening, estimate, account, conversationId, handle, inReplyTo } = told;
  const { locale } = await tx.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: { locale: true },
  });
  const timeZone = await zoneOf(tx, ctx, opening.requesterId);
  const language = [opening.language, locale].find(isLocale) ?? LOCALES[0];
  const t = await translator(language, 'promise');
  const when = await byWhen(estimate.dueAt, { now: ctx.now(), timeZone, locale: language });
  const text = t('opened', { number: String(opening.number), when });
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'outbound',
    channel: account.channel,
    channelAccountId: account.id,
    author: { kind: 'system', name: account.name, address: '' },
    text,
    visibleText: text,
    inReplyTo: inReplyTo ? [inReplyTo] : [],
    from: [{ address: account.name, name: null }],
    to: [{ address: handle || account.name, name: null }],
    language,
    sendAt: ctx.now(),
    conversationId,
  };
}
