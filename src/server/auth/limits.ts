import { createHash } from 'node:crypto';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { type Limit, rateLimiter } from './rate-limiter';

const MINUTES = 60;

/** How often each thing may be tried, per key, before it has to wait. Counted over all processes, in the database. */
const LIMITS = {
  /** Wrong passwords for one account, whoever tries. */
  'sign-in-account': { points: 10, seconds: 15 * MINUTES },
  /** Wrong passwords from one address, whatever the account. */
  'sign-in-address': { points: 50, seconds: 15 * MINUTES },
  /** Asked-for reset mails to one account. */
  'reset-account': { points: 3, seconds: 15 * MINUTES },
  'reset-address': { points: 20, seconds: 60 * MINUTES },
  /** Asked-for mails to sign in to a portal, to one address and from one. */
  'portal-account': { points: 4, seconds: 15 * MINUTES },
  'portal-address': { points: 30, seconds: 60 * MINUTES },
  /** Codes that are typed for one address: a mail has a link as well. */
  'portal-code': { points: 20, seconds: 24 * 60 * MINUTES },
  /** Addresses that one customer wants to add: each gets a mail. */
  'portal-own-address': { points: 10, seconds: 24 * 60 * MINUTES },
  /** What one customer writes in the portal. */
  'portal-reply': { points: 30, seconds: 60 * MINUTES },
  /** Guessed invitation or reset links from one address. */
  'token-address': { points: 30, seconds: 15 * MINUTES },
} as const satisfies Record<string, Limit>;

type LimitName = keyof typeof LIMITS;

/** Counts one try. Gives the seconds to wait when the limit is reached, else 0. */
export async function spend(name: LimitName, key: string): Promise<number> {
  try {
    await limiter(name).consume(hashed(key));
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** Forgets what was counted for this key, after it proved right. */
export async function forgive(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(hashed(key));
}

/** Gives back the one try that was counted before, for a key that others share. */
export async function giveBack(name: LimitName, key: string): Promise<void> {
  await limiter(name).reward(hashed(key));
}

/** Keys are addresses of people: they are not kept in the clear, and always fit the column. */
const hashed = (key: string) => createHash('sha256').update(key).digest('base64url');

const limiter = (name: LimitName) => rateLimiter(name, LIMITS[name]);
