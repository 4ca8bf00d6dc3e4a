import type { ProviderRefusal } from '@/channels/phone/provider';
import { noteHealth } from '@/features/channels/commands/note-health';
import type { PhoneAccount } from '@/features/phone/phone-account';
import type { Context } from '@/server/context';

type World = Pick<Context, 'db' | 'now'>;

/**
 * Shows on an account's light what a provider made of what we asked of it: a name or token that it refuses is a fault, and what
 * it did mends that fault. It says nothing of what comes in, so that is left as it stands.
 */
export async function noteAsked(
  world: World,
  account: PhoneAccount,
  refused: ProviderRefusal | null,
): Promise<void> {
  if (refused === null) {
    const mends = { notIn: ['wrong_signature', 'unreadable'] };
    await noteHealth(world, account, { health: 'healthy', detail: '', mends });
    return;
  }
  if (refused.isSignIn) await noteHealth(world, account, { health: 'failing', detail: refused.reason });
}
