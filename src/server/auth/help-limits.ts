import { createHash } from 'node:crypto';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { type Limit, rateLimiter } from './rate-limiter';

/** How often one address may ask each thing of the help centres. Counted over all processes, in the database. */
const LIMITS = {
  'help-suggest': { points: 240, seconds: 60 },
  'help-feedback': { points: 30, seconds: 600 },
  /** Visits that begin: each is a row. */
  'help-visit': { points: 120, seconds: 600 },
} as const satisfies Record<string, Limit>;

/** Counts one request of this address. Gives the seconds to wait when the limit is reached, else 0. */
export async function spendHelp(name: keyof typeof LIMITS, ip: string): Promise<number> {
  const key = createHash('sha256').update(ip).digest('base64url');
  try {
    await rateLimiter(name, LIMITS[name]).consume(key);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}
