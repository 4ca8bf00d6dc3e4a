import { fail, ok, type Result } from '@/domain/shared/result';

/** What the host page vouches for: everything in it stood under its signature. */
export type ProvenVisitor = Readonly<{ userId: string; email: string | null; name: string | null }>;

export type IdentityRefused = Readonly<{ code: 'token.invalid' }>;

const SKEW_SECONDS = 60;
const LONGEST_ID = 200;
const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/**
 * The claims of a token whose signature is right (RFC 7519 §4.1): it must be for this account (`aud`), must end (`exp`)
 * and not have ended, with a minute for clocks that differ, and name the visitor (`user_id` or `sub`).
 */
export function provenVisitor(
  claims: Readonly<Record<string, unknown>>,
  { audience, at }: Readonly<{ audience: string; at: Date }>,
): Result<ProvenVisitor, IdentityRefused> {
  const userId = textOf(claims['user_id'] ?? claims['sub']);
  const seconds = at.getTime() / 1000;
  const isFresh = numberOf(claims['exp'], 0) > seconds - SKEW_SECONDS;
  const hasBegun = numberOf(claims['nbf'], 0) <= seconds + SKEW_SECONDS;
  const isForUs = [claims['aud']].flat().includes(audience);
  if (!userId || userId.length > LONGEST_ID || !isFresh || !hasBegun || !isForUs)
    return fail({ code: 'token.invalid' });
  const email = textOf(claims['email'])?.toLowerCase() ?? null;
  return ok({
    userId,
    email: email && MAIL.test(email) && email.length <= 254 ? email : null,
    name: textOf(claims['name'])?.slice(0, LONGEST_ID) ?? null,
  });
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
