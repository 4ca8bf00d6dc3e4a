import type { ChatConfig } from '@/domain/chat/protocol';
import type { ChatAccountFacts } from '@/features/chat/account';
import { opennessOf } from '@/features/chat/openness';
import { waitOf } from '@/features/chat/waiting';
import type { Context } from '@/server/context';
import { ACCEPTED_ENDINGS, VISITOR_FILE_BYTES } from '@/server/storage/visitor-files';

/** Everything that the widget is told before anybody says a word. */
export async function chatConfig(
  ctx: Pick<Context, 'db' | 'now'>,
  account: ChatAccountFacts,
): Promise<ChatConfig> {
  const [{ open, opensAt }, { waiting, waitSeconds }] = await Promise.all([
    opennessOf(ctx, account),
    waitOf(ctx.db, account),
  ]);
  const { files, ...settings } = account.settings;
  return {
    ...settings,
    name: account.name,
    open,
    opensAt,
    waiting,
    waitSeconds: open ? waitSeconds : null,
    verifiedOnly: account.verifiedOnly,
    files: files ? { maxBytes: VISITOR_FILE_BYTES, accept: ACCEPTED_ENDINGS } : null,
  };
}
