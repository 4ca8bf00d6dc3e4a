import { rememberStream } from './open-streams';

const HEARTBEAT_MILLISECONDS = 15_000;
const CHECK_MILLISECONDS = 30_000;
const RETRY_MILLISECONDS = 2_000;

type Source = Readonly<{
  /** Starts to listen; `send` writes one event. Returns how to stop. */
  start: (send: (event: string, data: string) => void) => () => void;
  /** Whether the reader may still listen; asked every half minute. */
  stillWelcome: () => Promise<boolean>;
  /** Ends when the reader has gone. */
  signal: AbortSignal;
}>;

/**
 * An answer of server-sent events (WHATWG HTML §9.2) that stays open. A beat every 15 s keeps proxies from closing it;
 * it is never compressed or buffered, since either would hold events back.
 */
export function eventStream(source: Source): Response {
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true;
      const write = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      write(`retry: ${RETRY_MILLISECONDS}\n\n`);
      const stop = source.start((event, data) => write(eventText(event, data)));
      const beat = setInterval(() => write(': beat\n\n'), HEARTBEAT_MILLISECONDS);
      const check = setInterval(() => void leaveUnlessWelcome(), CHECK_MILLISECONDS);
      const forget = rememberStream(() => finish(true));
      end = () => finish(false);
      source.signal.addEventListener('abort', end);
      write(eventText('ready', ''));
      if (source.signal.aborted) end();

      function finish(close: boolean): void {
        if (!open) return;
        open = false;
        clearInterval(beat);
        clearInterval(check);
        stop();
        forget();
        source.signal.removeEventListener('abort', end);
        if (close) controller.close();
      }

      async function leaveUnlessWelcome(): Promise<void> {
        if (await source.stillWelcome().catch(() => true)) return;
        write(eventText('gone', ''));
        finish(true);
      }
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

const eventText = (event: string, data: string) => `event: ${event}\ndata: ${data}\n\n`;
