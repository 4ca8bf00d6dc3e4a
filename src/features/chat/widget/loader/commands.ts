import type { ChatIdentity } from '@/domain/chat/protocol';

/** What a host page may call: `kalauz('open')`. */
export type Commands = Readonly<Record<string, (...args: never[]) => void>>;

/**
 * Takes the calls that were made before we came, in order, and all calls from now on. An unknown command is ignored: a page
 * may have been written for a newer widget.
 */
export function takeCommands(commands: Commands): void {
  const run = (args: ArrayLike<unknown>) => {
    const [name, ...rest] = [...(Array.from(args) as [string, ...never[]])];
    if (Object.hasOwn(commands, name)) commands[name]?.(...rest);
  };
  const waiting = window.kalauz?.q ?? [];
  const kalauz = (...args: unknown[]) => run(args);
  window.kalauz = Object.assign(kalauz, { loaded: true });
  for (const args of waiting) run(args);
}

declare global {
  interface Window {
    kalauz?: ((...args: unknown[]) => void) & { q?: ArrayLike<unknown>[]; loaded?: boolean };
  }
}

/** Reads what a page hands to `identify`: a signed token, or an id with its hash. Null for anything else. */
export function identityFrom(given: unknown): ChatIdentity | null {
  if (typeof given !== 'object' || given === null) return null;
  const { token, userId, hash, name, email } = given as Record<string, unknown>;
  if (typeof token === 'string') return { kind: 'jwt', token };
  if (typeof hash !== 'string' || userId === undefined) return null;
  return {
    kind: 'hmac',
    userId: String(userId),
    hash,
    ...(typeof name === 'string' && { name }),
    ...(typeof email === 'string' && { email }),
  };
}

/** Listeners of the host page; one that throws does not hold the others. */
export function listeners() {
  const heard = new Map<string, ((detail: unknown) => void)[]>();
  return {
    on(name: string, listener: (detail: unknown) => void): void {
      heard.set(name, [...(heard.get(name) ?? []), listener]);
    },
    emit(name: string, detail: unknown): void {
      for (const listener of heard.get(name) ?? []) setTimeout(() => listener(detail));
    },
  };
}
