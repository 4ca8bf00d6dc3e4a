import { timingSafeEqual } from 'node:crypto';
import { shortMac } from '@/server/crypto/keys';

const DAY = 86_400_000;

/** A link to one attachment that opens without a session, until a day is over. */
export type FileLink = Readonly<{ workspaceId: string; attachmentId: string; until: number; mac: string }>;

/**
 * Returns the link to a picture inside a mail. The frame that shows mail HTML is sandboxed, so the browser sends no
 * cookie from it; the link carries its own permission. It stays the same for a day, so that the picture is fetched
 * once, and ends a day later. `until` is in days since 1970.
 */
export function fileLink(workspaceId: string, attachmentId: string, at: Date): FileLink {
  const until = Math.floor(at.getTime() / DAY) + 2;
  return { workspaceId, attachmentId, until, mac: macOf(workspaceId, attachmentId, until) };
}

/** Tells whether a link was made here and is not over. */
export function isFileLink(link: FileLink, at: Date): boolean {
  const expected = Buffer.from(macOf(link.workspaceId, link.attachmentId, link.until));
  const given = Buffer.from(link.mac);
  const isOurs = expected.length === given.length && timingSafeEqual(expected, given);
  return isOurs && at.getTime() < link.until * DAY;
}

function macOf(workspaceId: string, attachmentId: string, until: number): string {
  return shortMac('file', `${workspaceId}/${attachmentId}/${until}`, 32);
}
