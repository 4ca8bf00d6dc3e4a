import type { KEY_SCOPES } from './can';

/** What an API key can be allowed; `all` is everything that an admin may do. */
export const API_KEY_SCOPES = [
  'all',
  'tickets:read',
  'tickets:write',
  'customers:read',
  'customers:write',
  'people:read',
  'insights:read',
  'feedback:read',
  'knowledge:read',
  'knowledge:write',
] as const satisfies readonly ('all' | (typeof KEY_SCOPES)[keyof typeof KEY_SCOPES])[];

export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** What the stored scopes narrow the key's role to; undefined when they narrow nothing. */
export function narrowedBy(scopes: readonly string[]): readonly string[] | undefined {
  return scopes.includes('all') ? undefined : scopes;
}
