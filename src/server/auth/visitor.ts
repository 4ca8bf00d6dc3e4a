import 'server-only';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { type Db, database } from '@/server/db/client';
import { env } from '@/server/env';
import { newId } from '@/server/ids';
import { clientAddress } from './client-address';

/** Somebody at a public page, and the world they ask in. */
export type Visitor = Readonly<{
  ip: string;
  userAgent: string;
  /** The language in which the page was shown. */
  locale: string;
  db: Db;
  now: () => Date;
  newId: () => string;
}>;

/** Who is at the door of a page or action that needs no sign-in. */
export async function visitor(): Promise<Visitor> {
  const [head, locale] = await Promise.all([headers(), getLocale()]);
  return {
    ip: clientAddress(head, env().TRUST_PROXY),
    userAgent: head.get('user-agent') ?? '',
    locale,
    db: database(),
    now: () => new Date(),
    newId,
  };
}
