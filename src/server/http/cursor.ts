import type { z } from 'zod';
import { shortMac } from '@/server/crypto/keys';

/** Where a list goes on, sealed: nobody outside can read meaning into it or make one up. */
export function sealCursor(list: string, place: object): string {
  const body = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${body}.${shortMac('cursor', `${list}/${body}`)}`;
}

/** Opens what `sealCursor` made for this list; null when it was not. */
export function openCursor<Place>(
  list: string,
  ...[cursor, schema]: [string, z.ZodType<Place>]
): Place | null {
  const [body = '', mac] = cursor.split('.');
  if (mac !== shortMac('cursor', `${list}/${body}`)) return null;
  return schema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString())).data ?? null;
}
