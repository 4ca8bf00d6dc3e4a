import { type PhoneConfig, phoneConfig } from '@/channels/phone/config';
import type { Context } from '@/server/context';
import { hashOf, seal, unseal } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';

export type PhoneAccount = Readonly<{
  workspaceId: string;
  id: string;
  name: string;
  teamId: string | null;
  config: PhoneConfig;
}>;

/** The settings of a telephone account as the database keeps them. */
export const sealPhoneConfig = (config: PhoneConfig): string => seal(JSON.stringify(config));

/** Opens what `sealPhoneConfig` closed; null where nothing was set up. */
export function openPhoneConfig(sealed: string | null): PhoneConfig | null {
  if (sealed === null) return null;
  const parsed = phoneConfig.safeParse(JSON.parse(unseal(sealed)));
  return parsed.success ? parsed.data : null;
}

type Row = Readonly<{
  workspaceId: string;
  id: string;
  name: string;
  teamId: string | null;
  sealedConfig: string | null;
}>;

const account = { workspaceId: true, id: true, name: true, teamId: true, sealedConfig: true } as const;

/** The account that is called at `/api/inbound/phone/<key>`; null for a key that is none and for one switched off. */
export async function phoneAccountOfKey(
  db: Pick<Tx, 'channelAccount'>,
  key: string,
): Promise<PhoneAccount | null> {
  const row = await db.channelAccount.findFirst({
    where: { inboundKeyHash: hashOf(key), channel: 'phone', enabled: true },
    select: account,
  });
  return row && opened(row);
}

/** A telephone account of this workspace that is switched on, by its id. */
export async function findPhoneAccount(
  tx: Pick<Tx, 'channelAccount'>,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  id: string,
): Promise<PhoneAccount | null> {
  const row = await tx.channelAccount.findFirst({
    where: { workspaceId, id, channel: 'phone', enabled: true },
    select: account,
  });
  return row && opened(row);
}

function opened({ sealedConfig, ...row }: Row): PhoneAccount | null {
  const config = openPhoneConfig(sealedConfig);
  return config && { ...row, config };
}
