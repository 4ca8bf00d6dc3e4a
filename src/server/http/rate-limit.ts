import { RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimiter } from '@/server/auth/rate-limiter';
import { env } from '@/server/env';

const WINDOW_SECONDS = 60;

/** What is left of a key's requests in this minute, and the head fields that say so (draft-ietf-httpapi-ratelimit-headers). */
export type Allowance = Readonly<{
  allowed: boolean;
  retryAfter: number;
  headers: Readonly<Record<'RateLimit' | 'RateLimit-Policy', string>>;
}>;

/** Counts one request of this key over all processes. */
export async function spendRequest(apiKeyId: string): Promise<Allowance> {
  const quota = env().API_REQUESTS_PER_MINUTE;
  const limiter = rateLimiter('api', { points: quota, seconds: WINDOW_SECONDS });
  const spent = await limiter.consume(apiKeyId).then(
    (left) => ({ allowed: true, left }),
    (refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return { allowed: false, left: refused };
    },
  );
  const retryAfter = Math.max(1, Math.ceil(spent.left.msBeforeNext / 1000));
  return {
    allowed: spent.allowed,
    retryAfter,
    headers: {
      'RateLimit-Policy': `"default";q=${quota};w=${WINDOW_SECONDS}`,
      RateLimit: `"default";r=${spent.left.remainingPoints};t=${retryAfter}`,
    },
  };
}
