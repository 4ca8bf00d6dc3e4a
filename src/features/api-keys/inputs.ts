import { z } from 'zod';
import { API_KEY_SCOPES } from '@/domain/permission/key-scope';

export const createApiKeyInput = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(API_KEY_SCOPES)).min(1).max(API_KEY_SCOPES.length),
});
export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;

export const apiKeyInput = z.object({ apiKeyId: z.uuid() });
export type ApiKeyInput = z.output<typeof apiKeyInput>;
