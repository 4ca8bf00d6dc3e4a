import { timingSafeEqual } from 'node:crypto';
import { shortMac } from '@/server/crypto/keys';
import type { Db } from '@/server/db/client';

/** Who holds a link to one ticket, and which ticket. */
export type Guest = Readonly<{ ticketId: string; customer: Readonly<{ id: string; name: string }> }>;

/** The signed secret in the address of a guest link: its id and a keyed hash of it. */
export const guestToken = (linkId: string): string => `${linkId.replaceAll('-', '')}${macOf(linkId)}`;

const SECRET = /(request(?:\/|%2f))[0-9a-f]{32}[a-z2-7]{32}/gi;

/**
 * A text, or HTML, in which no link to a request opens anything any more. People quote our mails with the link that is theirs alone:
 * what is passed on to others must not hold it, also where a mail program has wrapped it into an address of its own.
 */
export const withoutGuestSecrets = (text: string): string => text.replace(SECRET, '$1');

type Wanted = Readonly<{ workspaceId: string; token: string; at: Date }>;

/** Whom a guest link lets in; null when it is no link of this workspace, has ended, or was taken back. */
export async function guestOf(db: Db, { workspaceId, token, at }: Wanted): Promise<Guest | null> {
  const [, hex = '', mac = ''] = /^([0-9a-f]{32})([a-z2-7]{32})$/.exec(token) ?? [];
  if (!hex) return null;
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(id)))) return null;
  const link = await db.guestLink.findUnique({
    where: { workspaceId_id: { workspaceId, id }, revokedAt: null, expiresAt: { gt: at } },
    select: {
      ticketId: true,
      customer: { select: { ...NAMED, mergedInto: { select: NAMED } } },
    },
  });
  if (!link) return null;
  // Who was merged into another customer is that one.
  const { id: customerId, displayName, blockedAt } = link.customer.mergedInto ?? link.customer;
  return blockedAt ? null : { ticketId: link.ticketId, customer: { id: customerId, name: displayName } };
}

const NAMED = { id: true, displayName: true, blockedAt: true } as const;

const macOf = (linkId: string) => shortMac('guest-link', linkId, 32);
