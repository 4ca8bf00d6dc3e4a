import { isBridgeMessage, type ToFrame, type ToLoader } from '../shared/bridge';

type Heard = { [Kind in keyof ToFrame]: (detail: ToFrame[Kind]) => void };

/**
 * The line to the host page. What is heard counts when it comes from the window that holds us, from the origin for which the
 * server made this page, and carries the number that came with our address.
 */
export function hostLine({ origin, nonce }: Readonly<{ origin: string; nonce: string }>) {
  return {
    listen(heard: Heard): void {
      window.addEventListener('message', (event) => {
        if (event.source !== window.parent || event.origin !== origin) return;
        if (!isBridgeMessage<ToFrame>(event.data, nonce) || !Object.hasOwn(heard, event.data.type)) return;
        const hear = heard[event.data.type] as (detail: unknown) => void;
        hear(event.data.detail);
      });
    },
    say<Kind extends keyof ToLoader>(type: Kind, detail: ToLoader[Kind]): void {
      window.parent.postMessage({ kalauz: nonce, type, detail }, origin);
    },
  };
}

export type HostLine = ReturnType<typeof hostLine>;
