import { customerByIdentity } from '@/features/customers/commands/customer-by-identity';
import type { Tx } from '@/server/db/client';
import type { ChatVisitor, VisitorContext } from './visitor';

type Person = Pick<ChatVisitor, 'id' | 'externalId' | 'name' | 'email' | 'phone'> &
  Readonly<{
    verified: boolean;
    locale: string;
    /** The address stood under the host page's signature too; an id that is proven says nothing of an address beside it. */
    mailProven?: boolean;
  }>;

/**
 * The customer behind a visitor. Who has proven who they are is the customer whom the host page or a signed address names.
 * A typed address proves nothing: it makes a new customer reachable, but never leads into the history of somebody who has
 * it already (contracts B.2).
 */
export async function customerOfVisitor(
  tx: Tx,
  ctx: VisitorContext,
  person: Person,
): Promise<Readonly<{ id: string; displayName: string }>> {
  const { externalId, name, email, locale, verified, mailProven = false } = person;
  const own = { kind: 'chat', value: `visitor:${person.id}`, label: nameless(person) } as const;
  const mail =
    email && (mailProven || !(await isTaken(tx, ctx, email)))
      ? [{ kind: 'email', value: email } as const]
      : [];
  const visitorName = name || (email ? email.slice(0, email.indexOf('@')) : nameless(person));
  if (!verified || !externalId)
    return customerByIdentity(tx, ctx, { ...own, name: visitorName, locale, also: mail });
  return customerByIdentity(tx, ctx, {
    kind: 'chat',
    value: externalKey(ctx, externalId),
    label: externalId,
    name: name || email || externalId,
    locale,
    also: mail,
    ...(mailProven && { sure: 'signed_email' }),
  });
}

/** How a host page's own id of a visitor is kept: ids of two pages have nothing to do with one another. */
const externalKey = ({ account }: VisitorContext, externalId: string): string =>
  `page:${account.publicKey}:${externalId}`;

/** What a visitor is called who gave no name: four letters of the id tell them apart. */
export const nameless = ({ id }: Readonly<{ id: string }>): string => `#${id.slice(-4)}`;

async function isTaken(tx: Tx, { workspaceId }: VisitorContext, email: string): Promise<boolean> {
  const found = await tx.customerIdentity.findUnique({
    where: { workspaceId_kind_value: { workspaceId, kind: 'email', value: email } },
    select: { id: true },
  });
  return found !== null;
}
