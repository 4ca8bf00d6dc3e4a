import { z } from 'zod';
import { unseal } from '@/server/crypto/keys';

/** The settings of an account as they were sealed, with the key of its address; unchecked, since adapters check their own. */
export type StoredAccount = Readonly<Record<string, unknown>>;

/** Opens the settings of an account; nothing for one that was never set up. */
export function storedAccount(sealedConfig: string | null): StoredAccount {
  if (sealedConfig === null) return {};
  return z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(JSON.parse(unseal(sealedConfig)));
}

/** A text among the settings; empty where there is none. */
export const textIn = (stored: StoredAccount, name: string): string => {
  const value = stored[name];
  return typeof value === 'string' ? value : '';
};

/** The name under which the key of the account's address stands among its settings. */
export const INBOUND_KEY = 'inboundKey';
