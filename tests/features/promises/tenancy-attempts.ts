import { revokeGuestLinks } from '@/features/portal/commands/revoke-guest-links';
import { makePromise } from '@/features/promises/commands/make-promise';
import { sendNotice } from '@/features/promises/commands/send-notice';
import { withdrawPromise } from '@/features/promises/commands/withdraw-promise';
import { promiseInput } from '@/features/promises/inputs';
import { offerTimes, proposePromise } from '@/features/promises/proposals';
import type { StaffContext } from '@/server/context';

type Other = Readonly<{ ticketId: string; promiseId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

const soon = (ctx: StaffContext) => new Date(ctx.now().getTime() + 3_600_000);

/** A promise on a ticket of another workspace. */
export async function promiseRows(owner: StaffContext, ticketId: string) {
  const made = await makePromise(owner, promiseInput.parse({ ticketId, dueAt: soon(owner) }));
  if (!made.ok) throw new Error(made.error.code);
  return { promiseId: made.value.promiseId };
}

/** Each action on promises with the ids of another workspace. */
export const PROMISE_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  makePromise: [(ctx, { ticketId }) => makePromise(ctx, promiseInput.parse({ ticketId, dueAt: soon(ctx) }))],
  offerTimes: [(ctx, { ticketId }) => offerTimes(ctx, { ticketId, about: 'answer' })],
  proposePromise: [(ctx, { ticketId }) => proposePromise(ctx, { ticketId, about: 'answer' })],
  sendNotice: [
    (ctx, { ticketId }) => sendNotice(ctx, { ticketId, about: 'answer', dueAt: soon(ctx), text: 'x' }),
  ],
  revokeGuestLinks: [(ctx, { ticketId }) => revokeGuestLinks(ctx, { ticketId })],
  withdrawPromise: [(ctx, { promiseId }) => withdrawPromise(ctx, { promiseId })],
};
