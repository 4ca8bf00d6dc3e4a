import { promisesForCustomer } from '@/features/promises/queries';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import { byWhen } from './by-when';

type Asked = Readonly<{ ticketId: string; timeZone: string; locale: Locale }>;

/**
 * Until when the customer of a ticket was promised something, in words of their language ("by tomorrow 14:00"), for who has just
 * asked; null where nothing is promised. It asks nothing of permission.
 */
export async function toldByWhen(
  ctx: Pick<Context, 'workspaceId' | 'now'> & Readonly<{ db: Db | Tx }>,
  { ticketId, timeZone, locale }: Asked,
): Promise<string | null> {
  const promise = (await promisesForCustomer(ctx, [ticketId])).get(ticketId);
  if (promise?.state !== 'open') return null;
  return byWhen(promise.dueAt, { now: ctx.now(), timeZone, locale });
}
