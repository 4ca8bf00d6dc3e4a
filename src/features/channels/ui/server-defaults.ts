import type { MailboxForm } from '@/features/channels/queries';

type Stored = Extract<MailboxForm['outgoing'], { kind: 'smtp' }>;

/** What the fields of a mail server begin with. */
export type ServerDefaults = Readonly<{
  host: string;
  port: number | null;
  security: Stored['security'];
  user: string;
  auth: Stored['auth'];
  tokenUrl: string;
  /** A secret is stored, and an empty field keeps it. */
  hasSecret: boolean;
}>;
