import { createHmac } from 'node:crypto';
import { sameSecret } from '@/channels/lib/signature';
import { type IdentityRefused, type ProvenVisitor, provenVisitor } from '@/domain/chat/identity';
import type { ChatIdentity } from '@/domain/chat/protocol';
import { fail, ok, type Result } from '@/domain/shared/result';
import { newSecret, seal, unseal } from '@/server/crypto/keys';

/**
 * What a host page's server signs with: `secret` for tokens, named by `kid` in their head (RFC 7515 §4.1.4), and `hmac` for bare
 * ids. They are two, since an id that looks like a token's body would else be signed as one. Secrets from before they were
 * parted have no `hmac`, and hold for both until they are replaced.
 */
export type IdentitySecret = Readonly<{ kid: string; secret: string; hmac?: string }>;

/** The secret for bare ids. */
const hmacSecretOf = ({ secret, hmac }: IdentitySecret): string => hmac ?? secret;

/** The secrets of an account, the newest first: at most two, so that a page can change over without a gap. */
export function secretsOf(sealed: string): readonly IdentitySecret[] {
  return JSON.parse(unseal(sealed)) as IdentitySecret[];
}

/** Adds a new secret in front and lets the one before the last go. */
export function withNewSecret(sealed: string | null): string {
  const kept = sealed ? secretsOf(sealed).slice(0, 1) : [];
  const added = { kid: newSecret().slice(0, 8), secret: newSecret(), hmac: newSecret() };
  return seal(JSON.stringify([added, ...kept]));
}

type Account = Readonly<{ publicKey: string; sealedSecrets: string }>;
type Proven = Result<ProvenVisitor, IdentityRefused>;

/** Who the visitor is, when the host page's signature says so under one of the account's secrets. */
export function verifiedIdentity(account: Account, identity: ChatIdentity, at: Date): Proven {
  const secrets = secretsOf(account.sealedSecrets);
  if (identity.kind === 'jwt') return fromToken(identity.token, { account, secrets, at });
  const { userId, hash } = identity;
  const isRight = secrets.some((each) =>
    sameSecret(hmacOf(hmacSecretOf(each), userId).toString('hex'), hash.toLowerCase()),
  );
  // Only the id was signed: a name and an address beside it are what anybody could have written.
  return isRight ? ok({ userId, email: null, name: null }) : fail({ code: 'token.invalid' });
}

type Checked = Readonly<{ account: Account; secrets: readonly IdentitySecret[]; at: Date }>;

/** A JWS in compact form (RFC 7515 §7.1), signed with HS256 and nothing else whatever its head claims (RFC 8725 §3.1). */
function fromToken(token: string, { account, secrets, at }: Checked): Proven {
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  const header = jsonOf(head);
  const claims = jsonOf(body);
  if (!header || !claims || more.length > 0 || header['alg'] !== 'HS256')
    return fail({ code: 'token.invalid' });
  const tried = secrets.filter(({ kid }) => header['kid'] === undefined || header['kid'] === kid);
  const isRight = tried.some(({ secret }) =>
    sameSecret(hmacOf(secret, `${head}.${body}`).toString('base64url'), signature),
  );
  return isRight
    ? provenVisitor(claims, { audience: account.publicKey, at })
    : fail({ code: 'token.invalid' });
}

function jsonOf(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

const hmacOf = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest();
