import type { World } from './client/chat';
import type { HostLine } from './host-line';

/** The world of a real browser. What is kept is kept by the host page: the frame's own storage is never touched. */
export function browserWorld({ say }: HostLine): World {
  return {
    now: () => Date.now(),
    newId: randomId,
    random: () => Math.random(),
    later(milliseconds, act) {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    keep: (name, value) => say('keep', { name, value }),
    drop: (name) => say('drop', { name }),
  };
}

/** A random UUID (RFC 9562 §5.4), on pages without https too, where `crypto.randomUUID` is not there. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  const [a, b, c, d] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16), digits.slice(17, 20)];
  return `${a}-${b}-4${c}-${variant}${d}-${digits.slice(20)}`;
}
