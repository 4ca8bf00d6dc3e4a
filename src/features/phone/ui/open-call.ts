/** What is known of a call before it is noted. */
export type CallStart = Readonly<{
  number?: string;
  direction?: 'inbound' | 'outbound';
  customerId?: string;
  customer?: string;
  ticketId?: string;
  ticket?: string;
  callbackId?: string;
}>;

const NAME = 'kalauz:log-call';

/** Opens the call log wherever one is on the page. */
export function openCallLog(start: CallStart): void {
  window.dispatchEvent(new CustomEvent<CallStart>(NAME, { detail: start }));
}

/** Hears of it; returns how to stop. */
export function onOpenCallLog(hear: (start: CallStart) => void): () => void {
  const listen = (event: Event) => hear((event as CustomEvent<CallStart>).detail ?? {});
  window.addEventListener(NAME, listen);
  return () => window.removeEventListener(NAME, listen);
}

let here: CallStart = {};

/** Says whom and what the page is about, for calls that are noted by key on it; gives how to take that back. */
export function callsAreAbout(start: CallStart): () => void {
  here = start;
  return () => {
    if (here === start) here = {};
  };
}

/** What is known of a call that is noted on this page, before anything is typed. */
export const callFromHere = (): CallStart => here;
