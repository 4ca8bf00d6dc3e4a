import type { ProviderRefusal } from '@/channels/phone/provider';
import { noteHealth } from '@/features/channels/commands/note-health';
import type { PhoneAccount } from '@/features/phone/phone-account';
import type { Context } from '@/server/context';

type World = Pick<Context, 'db' | 'now'>;

type Asking = Readonly<{ world: World; account: PhoneAccount }>;

/** Asks a provider for something. Where nobody answers, the account's light says so, and the error goes on. */
export async function asking<Answer>(
  { world, account }: Asking,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    await noteHealth(world, account, { health: 'failing', detail: 'unreachable' });
    throw error;
  }
}

/**
 * Shows on an account's light what a provider made of what we asked of it: a name or token that it refuses is a fault, and so is
 * that it can do nothing; what it did mends both. It says nothing of what comes in, so that is left as it stands.
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
  const { isSignIn, isDown, reason } = refused;
  if (isSignIn) await noteHealth(world, account, { health: 'failing', detail: reason });
  else if (isDown) await noteHealth(world, account, { health: 'failing', detail: 'unreachable' });
}
