import { shortMac } from '@/server/crypto/keys';

/** Stands in every mail that we send about a ticket. */
export const OWN_MARK_HEADER = 'X-Kalauz-Ticket';

/** `1042.<mac>`: says that this workspace of this installation sent the mail, which nobody else can say. */
export function ownMark(workspaceId: string, ticketNumber: number): string {
  return `${ticketNumber}.${shortMac('own mark', `${workspaceId}/${ticketNumber}`)}`;
}

/** True for the mark of this workspace. The mark of another one, or of somebody else's installation, is a stranger's. */
export function isOwnMark(workspaceId: string, value: string): boolean {
  const ticketNumber = Number(/^(\d{1,9})\./.exec(value)?.[1] ?? Number.NaN);
  return Number.isInteger(ticketNumber) && value.trim() === ownMark(workspaceId, ticketNumber);
}
