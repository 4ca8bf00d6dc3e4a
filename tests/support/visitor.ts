import type { Visitor } from '@/server/auth/visitor';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';

/** Somebody at a public page, from an address of their own so that limits of other tests do not meet them. */
export function newVisitor(over: Partial<Visitor> = {}): Visitor {
  return {
    ip: `2001:db8::${newId().slice(-12)}`,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    locale: 'en',
    db: database(),
    now: () => new Date(),
    newId,
    ...over,
  };
}

/** The newest mail to an address, and the secret at the end of the link that it holds. */
export async function mailTo(address: string) {
  const mail = await database().outgoingMail.findFirst({
    where: { rcptTo: { has: address } },
    orderBy: { id: 'desc' },
  });
  const token = /\/(?:invitation|reset)\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  return { mail, token };
}
