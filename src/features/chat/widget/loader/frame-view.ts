import type { ChatLanguage, ChatPage } from '@/domain/chat/protocol';
import { isBridgeMessage, type ToFrame, type ToLoader } from '../shared/bridge';
import { LAUNCHER_WORDS } from './words';

const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

type Handlers = { [Kind in keyof ToLoader]: (detail: ToLoader[Kind]) => void };
type Asked = Readonly<{ key: string; home: string; language: ChatLanguage; handlers: Handlers }>;

/**
 * The frame, and the line to it. A message counts when it comes from this window, from our own origin, and carries the
 * number that was made for it.
 */
export function makeFrame({ key, home, language, handlers }: Asked) {
  const nonce = randomNumber();
  const frame = document.createElement('iframe');
  const host = encodeURIComponent(location.origin);
  let ready = false;
  frame.setAttribute('sandbox', SANDBOX);
  frame.setAttribute('allow', 'clipboard-write');
  frame.src = `${home}/widget/${encodeURIComponent(key)}?language=${language}&host=${host}#${nonce}`;
  window.addEventListener('message', hear);

  return {
    frame,
    say<Kind extends keyof ToFrame>(type: Kind, detail: ToFrame[Kind]): void {
      if (ready) frame.contentWindow?.postMessage({ kalauz: nonce, type, detail }, home);
    },
    paint(picture: Readonly<{ open: boolean; position: string; language: ChatLanguage }>): void {
      frame.hidden = !picture.open;
      frame.className = picture.position;
      frame.title = LAUNCHER_WORDS[picture.language].title;
    },
    remove(): void {
      window.removeEventListener('message', hear);
      frame.remove();
    },
  };

  function hear(event: MessageEvent): void {
    if (event.source !== frame.contentWindow || event.origin !== home) return;
    if (!isBridgeMessage<ToLoader>(event.data, nonce) || !Object.hasOwn(handlers, event.data.type)) return;
    if (event.data.type === 'ready') ready = true;
    const handler = handlers[event.data.type] as (detail: unknown) => void;
    handler(event.data.detail);
  }
}

export type Frame = ReturnType<typeof makeFrame>;

/** The page that the visitor looks at, cut to what the server takes. */
export function pageNow(): ChatPage {
  return {
    url: location.href.slice(0, 2000),
    title: document.title.slice(0, 300),
    referrer: document.referrer.slice(0, 2000),
  };
}

function randomNumber(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
