import { fail, ok } from '@/domain/shared/result';
import * as schema from '@/features/api/schemas/sources';
import { sourceRetentionInput } from '@/features/intake/commands/retention-fields';
import { saveSourceRetention } from '@/features/intake/commands/save-source-retention';
import { getSourceRetention as retentionNow } from '@/features/intake/queries';
import { endpoint } from '@/server/http/endpoint';

const [permission, area] = ['workspace.manage', 'Messages'] as const;
const path = '/source-retention';

export const getSourceRetention = endpoint({
  id: 'getSourceRetention',
  method: 'GET',
  path,
  area,
  summary: 'Read for how many days sources are kept',
  permission,
  answer: { status: 200, description: 'Days.', schema: schema.sourceRetention },
  run: async (ctx) => ok(await retentionNow(ctx)),
});

export const updateSourceRetention = endpoint({
  id: 'updateSourceRetention',
  method: 'PATCH',
  path,
  area,
  summary: 'Change for how many days sources are kept',
  description: 'Afterwards the bytes and who sent them are let go; messages and files on tickets stay.',
  permission,
  body: schema.updateSourceRetentionBody,
  answer: { status: 200, description: 'As it is now.', schema: schema.sourceRetention },
  run: async (ctx, { body }) => {
    const now = await retentionNow(ctx);
    const { sourceDays = now.sourceDays, heldDays = now.heldDays } = body;
    const wanted = sourceRetentionInput.safeParse({ sourceDays, heldDays });
    return wanted.success
      ? saveSourceRetention(ctx, wanted.data)
      : fail({ code: 'input.invalid', errors: [{ in: 'body', field: 'heldDays', code: 'too_small' }] });
  },
  show: (ctx) => retentionNow(ctx),
});
