/** Without a key, a click, a movement or a turn of the page for so long, nobody is at the ticket (contracts G.7b: 60 to 120 s). */
export const IDLE_CUT = 90_000;

/** After a pause of so long the time of a ticket goes on in a session of its own. */
const SESSION_PAUSE = 30 * 60_000;

/** How long a ticket was in front of somebody, on one clock in milliseconds. */
export type Meter = Readonly<{
  /** Milliseconds that count. */
  counted: number;
  /** Up to when it is counted. */
  at: number;
  /** The last sign of the person. */
  inputAt: number;
  visible: boolean;
}>;

/** A meter of a ticket that was opened just now: opening it is a sign of the person. */
export const meterFrom = (at: number, visible: boolean): Meter => ({
  counted: 0,
  at,
  inputAt: at,
  visible,
});

/** The meter counted up to `now`: what is visible counts until the idle cut after the last sign. */
export function countedTo(meter: Meter, now: number): Meter {
  const end = Math.min(now, meter.inputAt + IDLE_CUT);
  const more = meter.visible ? Math.max(0, end - meter.at) : 0;
  return { ...meter, counted: meter.counted + more, at: now };
}

/** The meter after a sign of the person. */
export const withInput = (meter: Meter, now: number): Meter => ({ ...countedTo(meter, now), inputAt: now });

/** The meter after the page came to the front, which is a sign of the person, or went away. */
export const withVisible = (meter: Meter, now: number, visible: boolean): Meter => ({
  ...countedTo(meter, now),
  ...(visible && { inputAt: now }),
  visible,
});

/** True where a sign at `now` comes so late that it begins a session of its own. */
export const isNewSession = ({ inputAt }: Meter, now: number): boolean => now - inputAt > SESSION_PAUSE;
