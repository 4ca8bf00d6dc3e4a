import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let dummy: Promise<string> | undefined;

/** The stored form of a password: an Argon2id PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/**
 * True when the password belongs to the hash. Without a hash (no such account, or none set yet) it takes the same time
 * and is false, so that the time of an answer tells nobody which accounts exist.
 */
export async function passwordMatches(password: string, stored: string | null | undefined): Promise<boolean> {
  dummy ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await dummy), password.normalize('NFKC'));
  return matches && Boolean(stored);
}
