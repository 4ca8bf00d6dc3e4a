import { phoneSettings } from '@/features/phone/settings';
import type { Context } from '@/server/context';

/** The country (ISO 3166-1) in which numbers without a country code are read. */
export const homeCountry = async ({
  db,
  workspaceId,
}: Pick<Context, 'db' | 'workspaceId'>): Promise<string> =>
  (await phoneSettings(db, { workspaceId })).country;
