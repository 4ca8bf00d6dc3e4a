/** What joining, parting and splitting tell of the tickets. */
export type MergeFact =
  | TookOver
  | GaveBack
  | SplitOff
  /** Its messages stand on another ticket now; `mergeId` names the merge, which can be undone. */
  | Readonly<{ type: 'ticket.merged'; mergeId: string; intoId: string; intoNumber: number }>
  | Readonly<{ type: 'ticket.unmerged'; mergeId: string; fromId: string; fromNumber: number }>
  /** Some of its messages stand on a new ticket now. */
  | Readonly<{ type: 'ticket.split'; toId: string; toNumber: number; messages: number }>;

/** What stood on another ticket stands here now; `unansweredSince` is when its customer asked without an answer, ISO 8601. */
type TookOver = Readonly<{
  type: 'ticket.took_over';
  ticketId: string;
  number: number;
  unansweredSince: string | null;
}>;

/**
 * What had come from another ticket stands there again. `tookSince` is from when on its customer had waited here, and
 * `unansweredSince` from when on this ticket's own customer waits, ISO 8601.
 */
type GaveBack = Readonly<{
  type: 'ticket.gave_back';
  ticketId: string;
  number: number;
  tookSince: string | null;
  unansweredSince: string | null;
}>;

/** This ticket began as a part of another one. */
type SplitOff = Readonly<{
  type: 'ticket.split_off';
  fromId: string;
  fromNumber: number;
  unansweredSince: string | null;
}>;
