import { forgetSourcesFrom } from '@/features/intake/commands/forget-sources';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';

type Of = Readonly<{ customerId: string; addresses: readonly string[] }>;

/** Erases what went to a customer, or came from one, and stands on no ticket: mails of our own, forms and mails that were held. */
export async function eraseRest(tx: Tx, ctx: Context, { customerId, addresses }: Of): Promise<void> {
  const { workspaceId } = ctx;
  const here = sql`"workspaceId" = ${workspaceId}::uuid`;
  const theirs = [...addresses];
  await tx.$executeRaw`
    update "HelpSession" set "customerId" = null where ${here} and "customerId" = ${customerId}::uuid`;
  if (theirs.length === 0) return;
  await tx.$executeRaw`
    update "OutgoingMail" set "rcptTo" = '{}', subject = '', text = null, html = null, raw = null, headers = '{}', "lastError" = null,
      state = case when state in ('queued', 'deferred') then 'cancelled' else state end
    where ${here} and "messageId" is null and "rcptTo" && ${theirs}::text[]`;
  await tx.$executeRaw`
    update "FormSubmission" set body = '{}', email = '', subject = '', "remoteAddress" = '',
      state = case when state = 'processed' then state else 'discarded' end
    where ${here} and lower(email) = any(${theirs}::text[])`;
  await tx.$executeRaw`delete from "BlockedMessage" where ${here} and lower(sender) = any(${theirs}::text[])`;
  await forgetSourcesFrom(tx, ctx, theirs);
}
