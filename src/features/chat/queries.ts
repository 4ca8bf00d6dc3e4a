import 'server-only';
import type { ChatFrame } from '@/domain/chat/protocol';
import { chatAccountOf } from '@/features/chat/account';
import type { Db } from '@/server/db/client';

/** What the page of the widget needs to be framed; null for a key that is unknown or switched off. */
export async function chatFrame(db: Db, key: string): Promise<ChatFrame | null> {
  const account = await chatAccountOf(db, key);
  if (!account) return null;
  const { name, settings, allowedOrigins } = account;
  return { name, defaultLanguage: settings.defaultLanguage, allowedOrigins };
}
