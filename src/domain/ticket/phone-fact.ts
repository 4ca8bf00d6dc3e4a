/** Calls, and the calls that we owe. */
export type PhoneFact =
  /** The customer called and somebody spoke with them: an answer, given on the spot. */
  | Readonly<{ type: 'call.answered'; callId: string }>
  | Readonly<{ type: 'call.changed'; callId: string }>
  | Readonly<{
      type: 'callback.requested' | 'callback.rescheduled';
      callbackId: string;
      /** ISO 8601. */
      windowStart: string;
      windowEnd: string;
    }>
  | Readonly<{ type: 'callback.attempted'; callbackId: string; attempt: number; outcome: string }>
  | Readonly<{ type: 'callback.closed'; callbackId: string; outcome: string }>;
