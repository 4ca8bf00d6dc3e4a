import { rememberStream } from './open-streams';

const HEARTBEAT_MILLISECONDS = 15_000;
const CHECK_MILLISECONDS = 30_000;
const RETRY_MILLISECONDS = 2_000;

type Source = Readonly<{
  /** Starts to listen; `send` writes one event, with the id from which the reader goes on. Returns how to stop. */
  start: (send: (event: string, data: string, id?: string) => void) => () => void;
  /** Whether the reader may still listen; asked every half minute. */
  stillWelcome: () => Promise<boolean>;
  /** Ends when the reader has gone. */
  signal: AbortSignal;
  /** Says `bye` and ends after so long, for readers that come back by themselves; absent: never. */
  longestMs?: number;
  /**
   * True for readers behind something that holds a stream back until it ends: it ends a moment after the first news, or after a
   * few seconds without any, and is opened again at once.
   */
  inTurns?: boolean;
  /** From where the next turn goes on; said as `until` at the end of one. */
  until?: () => string;
}>;

const TURN_MILLISECONDS = 5_000;
/** What happens together goes together. */
const TURN_END_MILLISECONDS = 150;
/** How a thing stands is told at the beginning of each turn, and is no news. */
const NO_NEWS: readonly string[] = ['session'];

/** Some browsers show nothing of a stream before its first kilobyte. */
const PADDING = `:${' '.repeat(1024)}\n`;

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
      write(`${PADDING}retry: ${RETRY_MILLISECONDS}\n\n`);
      let turn = source.inTurns ? setTimeout(endTurn, TURN_MILLISECONDS) : undefined;
      const stop = source.start((event, data, id) => {
        write(eventText(event, data, id));
        if (!open || !turn || NO_NEWS.includes(event)) return;
        clearTimeout(turn);
        turn = setTimeout(endTurn, TURN_END_MILLISECONDS);
      });
      const beat = setInterval(() => write(': beat\n\n'), HEARTBEAT_MILLISECONDS);
      const check = setInterval(() => void leaveUnlessWelcome(), CHECK_MILLISECONDS);
      const last = source.longestMs ? setTimeout(leave, source.longestMs) : undefined;
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
        clearTimeout(last);
        clearTimeout(turn);
        stop();
        forget();
        source.signal.removeEventListener('abort', end);
        if (close) controller.close();
      }

      function endTurn(): void {
        if (source.until) write(eventText('until', source.until()));
        finish(true);
      }

      function leave(): void {
        write(eventText('bye', 'null'));
        finish(true);
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

const eventText = (event: string, data: string, id?: string) =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`;
