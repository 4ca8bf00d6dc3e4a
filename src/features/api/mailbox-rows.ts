import type { z } from 'zod';
import { getMailboxForm, listMailboxes, type MailboxForm } from '@/features/channels/queries';
import type { StaffContext } from '@/server/context';
import type { mailbox } from './schemas/mailbox';

type Mailbox = z.input<typeof mailbox>;

/** The mailboxes of the workspace without their secrets, by name. */
export async function mailboxRows(ctx: StaffContext): Promise<Mailbox[]> {
  const rows = await listMailboxes(ctx);
  return rows.map(({ form, lastReceivedAt }) => shown(form, lastReceivedAt));
}

/** One of them, or null. */
export async function mailboxById(ctx: StaffContext, id: string): Promise<Mailbox | null> {
  const form = await getMailboxForm(ctx, id);
  return form && shown(form, form.lastReceivedAt);
}

function shown(form: MailboxForm, lastReceivedAt: Date | null): Mailbox {
  const { id, name, address, teamId, enabled, health, healthDetail, outgoing } = form;
  return {
    ...{ id, name, address, teamId, enabled, health, healthDetail, outgoing },
    lastReceivedAt: lastReceivedAt?.toISOString() ?? null,
    incoming: incomingOf(form),
  };
}

function incomingOf({ incoming, hasKey }: MailboxForm): Mailbox['incoming'] {
  if (incoming.kind === 'webhook')
    return { kind: incoming.kind, hasSigningKey: incoming.hasSecret, hasAddress: hasKey };
  return incoming.kind === 'imap' ? incoming : { kind: incoming.kind };
}
