import type { HeaderMap } from '../channel/message';

/**
 * True when a server that we trust found that DMARC fails (RFC 8601 §2.7, RFC 9989). Only the topmost field of such a
 * server counts: whatever stands below came with the mail, and anybody may write there what they like.
 */
export function dmarcFailed(headers: HeaderMap, trustedServers: readonly string[]): boolean {
  const value = headers['authentication-results'];
  const fields = typeof value === 'string' ? [value] : (value ?? []);
  const trusted = fields.map(withoutComments).find((field) => trustedServers.includes(serverOf(field)));
  return trusted !== undefined && /(?:^|[;\s])dmarc\s*=\s*fail\b/i.test(trusted);
}

const serverOf = (field: string) => (/^\s*([^\s;]+)/.exec(field)?.[1] ?? '').toLowerCase();

const withoutComments = (field: string) => field.replace(/\([^()]{0,500}\)/g, ' ');
