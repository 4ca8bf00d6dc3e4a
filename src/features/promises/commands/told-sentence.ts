import type { PromiseAbout } from '@/domain/promise/promise';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { translator } from '@/i18n/translator';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { byWhen } from './by-when';

type Told = Readonly<{
  ticketId: string;
  about: PromiseAbout;
  dueAt: Date;
  /** When the message was written. */
  at: Date;
  /** The message as plain text. */
  text: string;
}>;

/** How long a draft may have lain between the choice of the time and the sending of the message, in days. */
const LAIN = 3;
const DAY = 86_400_000;

/**
 * The sentence by which a message tells its promise, as the product writes it; empty where its writer said it in other words. It
 * is the one that has to go when another time is promised.
 */
export async function toldSentence(
  tx: Tx,
  ctx: Context,
  { ticketId, about, dueAt, at, text }: Told,
): Promise<string> {
  const told = await templateFacts(tx, ctx, { ticketId });
  if (!told) return '';
  const { language: locale, zone: timeZone } = told;
  const t = await translator(locale, 'promise');
  for (let days = 0; days <= LAIN; days++) {
    const now = new Date(at.getTime() - days * DAY);
    const sentence = t(`sentence.${about}`, { when: await byWhen(dueAt, { now, timeZone, locale }) });
    if (text.includes(sentence)) return sentence;
  }
  return '';
}
