import type { ChatSettings } from '@/domain/chat/settings';
import type { Db } from '@/server/db/client';

/** What the public side needs to know of a chat account. */
export type ChatAccountFacts = Readonly<{
  workspaceId: string;
  id: string;
  publicKey: string;
  /** Name of the workspace, as visitors know it. */
  name: string;
  workspaceLocale: string;
  workspaceTimeZone: string;
  teamId: string | null;
  allowedOrigins: readonly string[];
  settings: ChatSettings;
  sealedSecrets: string;
  verifiedOnly: boolean;
  calendar: Readonly<{ calendarId: string; version: number }> | null;
}>;

/** Changed settings reach visitors within this time; until then each request would read what nobody has changed. */
const REMEMBERED_MS = 3_000;
const MOST_REMEMBERED = 1_000;
const remembered = new Map<string, Readonly<{ until: number; account: ChatAccountFacts | null }>>();

/** What stands in addresses, and nothing that a database cannot compare. */
const KEY = /^[\w-]{1,200}$/;

/** The account of a public key; null when there is none or it is switched off. At most three seconds old. */
export async function chatAccountOf(db: Db, publicKey: string): Promise<ChatAccountFacts | null> {
  if (!KEY.test(publicKey)) return null;
  const now = Date.now();
  const known = remembered.get(publicKey);
  if (known && known.until > now) return known.account;
  const account = await readAccount(db, publicKey);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(publicKey, { until: now + REMEMBERED_MS, account });
  return account;
}

/** Forgets what this process remembers, so that who has just changed an account sees the change. */
export const forgetChatAccounts = (): void => remembered.clear();

async function readAccount(db: Db, publicKey: string): Promise<ChatAccountFacts | null> {
  const row = await db.chatAccount.findUnique({
    where: { publicKey },
    include: {
      account: { include: { workspace: { select: { name: true, locale: true, timeZone: true } } } },
      calendar: { select: { id: true, version: true } },
    },
  });
  if (!row?.account.enabled) return null;
  const { workspace, teamId } = row.account;
  return {
    workspaceId: row.workspaceId,
    id: row.channelAccountId,
    publicKey,
    name: workspace.name,
    workspaceLocale: workspace.locale,
    workspaceTimeZone: workspace.timeZone,
    teamId,
    allowedOrigins: row.allowedOrigins,
    settings: row.settings as unknown as ChatSettings,
    sealedSecrets: row.sealedSecrets,
    verifiedOnly: row.verifiedOnly,
    calendar: row.calendar && { calendarId: row.calendar.id, version: row.calendar.version },
  };
}
