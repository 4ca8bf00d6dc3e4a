import { env } from '@/server/env';

/** What this installation offers to all mailboxes: where its listener is reached, and whether it can send. */
export function installationOf(): Readonly<{ listener: string; hasServer: boolean }> {
  const { SMTP_PORT, SMTP_URL, PUBLIC_URL } = env();
  return { listener: `${new URL(PUBLIC_URL).hostname}:${SMTP_PORT}`, hasServer: SMTP_URL !== undefined };
}
